using Cds.FhirMapping.Numbers;

namespace Cds.FhirMapping.Ranges;

/// <summary>
/// Reads a reference range in words: one range, or several by sex or age of which the one for the patient counts. Everything in the text has to be understood;
/// otherwise the range came and could not be read, which is said, and never "none came".
/// </summary>
internal static class ReferenceText
{
    private const int LongestText = 300;

    /// <summary>The limits for a patient.</summary>
    /// <param name="text">The text as sent; null when none came.</param>
    /// <param name="sex">The patient's sex.</param>
    /// <param name="ageYears">Age in years at the date of the result; null when it is not known.</param>
    /// <param name="context">What was measured: settles commas and knows the units.</param>
    /// <param name="valueUnits">Units of the result, for a range that has none.</param>
    public static ReferenceTextReading Read(string? text, Sex sex, decimal? ageYears, NumberContext context, IReadOnlyList<string> valueUnits)
    {
        if (string.IsNullOrWhiteSpace(text)) return ReferenceTextReading.None;
        return ReadAll(text, context, valueUnits) is { } offered && RangeChoice.Choose(offered, sex, ageYears) is { } chosen ? chosen : ReferenceTextReading.Unreadable;
    }

    /// <summary>All ranges of a text with the groups that they are for; null when the text is not understood.</summary>
    public static IReadOnlyList<(RangeGroup Group, ReferenceTextReading Range)>? ReadAll(string text, NumberContext context, IReadOnlyList<string> valueUnits)
    {
        string form = NumberForm.Of(text);
        if (form.Length > LongestText || Offered(form) is not { Count: > 0 } offered) return null;
        return [.. offered.Select(one => (one.Group, Settled(one.Range, context, valueUnits)))];
    }

    /// <summary>Whom a text without any range says that a range is for (<c>男性</c>, <c>adult</c>, <c>≥18y</c>); null when it says anything else.</summary>
    public static RangeGroup? GroupOf(string text)
    {
        if (text.Length > LongestText) return null;
        RangeGroup group = RangeGroup.Everybody;
        foreach (RangePart part in RangePart.Split(NumberForm.Of(text)))
        {
            if (part.Text is not null) return null;
            group = group.And(part.Group);
        }

        return group;
    }

    private static ReferenceTextReading Settled(WrittenRange range, NumberContext context, IReadOnlyList<string> valueUnits)
    {
        if (range.Unit.Length > 0 && !context.Spellings.Knows(range.Unit) && context.Fact?.Units.ContainsKey(range.Unit) != true) return ReferenceTextReading.Unreadable;
        IReadOnlyList<string> units = range.Unit.Length > 0 ? [range.Unit] : valueUnits;
        decimal? low = range.Low is { } written ? context.Settle(written, units) : null;
        decimal? high = range.High is { } upper ? context.Settle(upper, units) : null;
        if ((low is null) != (range.Low is null) || (high is null) != (range.High is null) || low > high) return ReferenceTextReading.Unreadable;
        return new ReferenceTextReading(ReferenceTextOutcome.Read, low, high, range.LowIncluded, range.HighIncluded, range.Unit.Length > 0 ? range.Unit : null);
    }

    /// <summary>The ranges of a text with their groups; null when a part of it is no range.</summary>
    private static List<(RangeGroup Group, WrittenRange Range)>? Offered(string form)
    {
        IReadOnlyList<RangePart> parts = RangePart.Split(form);
        bool groupsFirst = parts.Count > 0 && parts[0].Text is null;
        var offered = new List<(RangeGroup, WrittenRange)>();
        RangeGroup group = RangeGroup.Everybody;
        WrittenRange? range = null;
        foreach (RangePart part in parts)
        {
            bool begins = part.Text is null ? groupsFirst && range is not null : range is not null && !groupsFirst;
            if (begins)
            {
                offered.Add((group, range!));
                (group, range) = (RangeGroup.Everybody, null);
            }

            if (part.Text is null) group = group.And(part.Group);
            else if (range is not null || (range = WrittenRange.Read(part.Text)) is null) return null;
        }

        if (range is null) return null;
        offered.Add((group, range));
        return offered;
    }
}
