using Cds.FhirMapping.Numbers;
using Cds.FhirMapping.Ranges;
using Cds.Knowledge.Units;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Values;

/// <summary>
/// Reads the reference limits of a result in the fact's own unit: of several ranges the one for this patient's sex and age at the time of the result. A limit
/// without a unit has the unit of the value. What came and cannot be read for this patient is said to be that; the fact's default limit then applies.
/// </summary>
internal sealed class ReferenceRangeReader(ReadingContext context)
{
    private static readonly ReferenceLimits Unreadable = new(null, null) { IsUnreadable = true };

    /// <summary>The limits; null when no range of normal values came.</summary>
    /// <param name="sent">The ranges as sent.</param>
    /// <param name="fact">What was measured.</param>
    /// <param name="valueUnits">Units of the value.</param>
    /// <param name="on">When it was observed.</param>
    public ReferenceLimits? Read(IReadOnlyList<Observation.ReferenceRangeComponent> sent, FactDefinition fact, IReadOnlyList<string> valueUnits, ClinicalDate? on)
    {
        if (sent.Count == 0) return null;
        if (sent.Count == 1 && IsForEverybody(sent[0])) return Structured(sent[0], fact, valueUnits);
        var offered = new List<(RangeGroup Group, ReferenceLimits Limits)>();
        foreach (Observation.ReferenceRangeComponent range in sent)
        {
            if (RangeGroupReader.Read(range) is { } group) Offer(range, group, fact, valueUnits, offered);
        }

        return offered.Count == 0 ? null : Choose(offered, on) ?? Unreadable;
    }

    /// <summary>Most ranges: two numbers, and nothing else.</summary>
    private static bool IsForEverybody(Observation.ReferenceRangeComponent range) =>
        (range.Low is not null || range.High is not null) && range.Type is null && range.Age is null && range.TextElement is null && range.ListOf<CodeableConcept>("appliesTo").Count == 0;

    private ReferenceLimits? Choose(List<(RangeGroup Group, ReferenceLimits Limits)> offered, ClinicalDate? on)
    {
        if (context.BirthDate is not { } born || on is not { } day) return RangeChoice.Choose(offered, context.Sex, null);
        // A birth date of a year only leaves two ages; both have to lead to the same range.
        ReferenceLimits? youngest = RangeChoice.Choose(offered, context.Sex, AgeSpan.Between(born.LatestDay, day.EarliestDay));
        return (born.IsOneDay && day.IsOneDay) || youngest == RangeChoice.Choose(offered, context.Sex, AgeSpan.Between(born.EarliestDay, day.LatestDay)) ? youngest : null;
    }

    private void Offer(Observation.ReferenceRangeComponent range, RangeGroup group, FactDefinition fact, IReadOnlyList<string> valueUnits, List<(RangeGroup, ReferenceLimits)> offered)
    {
        string? text = range.TextElement.Text();
        if (range.Low is not null || range.High is not null)
        {
            // A text beside the numbers may say whom they are for; one that says anything else leaves them as they are.
            if (text is not null && ReferenceText.GroupOf(text) is { } named) group = group.And(named);
            offered.Add((group, Structured(range, fact, valueUnits)));
        }
        else if (text is not null)
        {
            if (ReferenceText.ReadAll(text, context.Numbers.Of(fact), valueUnits) is not { } written) offered.Add((group, Unreadable));
            else offered.AddRange(written.Select(one => (group.And(one.Group), InWords(one.Range, fact, valueUnits))));
        }
    }

    private ReferenceLimits Structured(Observation.ReferenceRangeComponent range, FactDefinition fact, IReadOnlyList<string> valueUnits)
    {
        (decimal? Number, bool IsOpen) low = Limit(range.Low, isUpper: false, fact, valueUnits);
        (decimal? Number, bool IsOpen) high = Limit(range.High, isUpper: true, fact, valueUnits);
        if (low.Number > high.Number) return Unreadable;
        return new ReferenceLimits(low.Number, high.Number)
        {
            LowExcluded = low.IsOpen,
            HighExcluded = high.IsOpen,
            IsUnreadable = (range.Low is not null && low.Number is null) || (range.High is not null && high.Number is null),
        };
    }

    /// <summary>A limit with the comparator that it may have been sent with; one that points the other way makes it none.</summary>
    private (decimal? Number, bool IsOpen) Limit(Quantity? sent, bool isUpper, FactDefinition fact, IReadOnlyList<string> valueUnits)
    {
        if (sent is not null && InOwnUnit(sent, fact) is { } plain) return (plain, false);
        if (Measurement.ReadQuantity(sent) is not { } measurement) return (null, false);
        ValueRange range = measurement.Range;
        decimal? number = range.Exact ?? (isUpper ? (range.Low is null ? range.High : null) : range.High is null ? range.Low : null);
        if (number is not { } limit) return (null, false);
        bool isOpen = isUpper ? !range.HighInclusive : !range.LowInclusive;
        return (Convert(limit, measurement.Units, fact, valueUnits), isOpen);
    }

    /// <summary>Nearly all limits: a number in a unit as the fact has it, read without making anything.</summary>
    private static decimal? InOwnUnit(Quantity sent, FactDefinition fact)
    {
        if (sent.ComparatorElement is not null || sent.ValueElement.Number() is not { } number || !WrittenNumber.IsUsable(number)) return null;
        return (sent.CodeElement.Text() ?? sent.UnitElement.Text()) is { } unit && fact.Units.TryGetValue(unit, out UnitFactor? factor) ? factor.Apply(ValueRange.Exactly(number)).Exact : null;
    }

    private ReferenceLimits InWords(ReferenceTextReading reading, FactDefinition fact, IReadOnlyList<string> valueUnits)
    {
        IReadOnlyList<string> units = reading.Unit is { } unit ? [unit] : [];
        decimal? low = reading.Low is { } lower ? Convert(lower, units, fact, valueUnits) : null;
        decimal? high = reading.High is { } upper ? Convert(upper, units, fact, valueUnits) : null;
        return new ReferenceLimits(low, high)
        {
            LowExcluded = low is not null && !reading.LowIncluded,
            HighExcluded = high is not null && !reading.HighIncluded,
            IsUnreadable = reading.Outcome != ReferenceTextOutcome.Read || (low is null) != (reading.Low is null) || (high is null) != (reading.High is null),
        };
    }

    /// <summary>A limit in the fact's own unit; null when its unit does not allow that.</summary>
    private decimal? Convert(decimal number, IReadOnlyList<string> units, FactDefinition fact, IReadOnlyList<string> valueUnits)
    {
        if (fact.Units.Count == 0) return units.Count == 0 || IsUnitOf(valueUnits, units) ? number : null;
        foreach (string unit in units.Count > 0 ? units : valueUnits)
        {
            if (context.Numbers.ToCanonical(fact, ValueRange.Exactly(number), unit) is { } range) return range.Exact;
        }

        return null;
    }

    private bool IsUnitOf(IReadOnlyList<string> valueUnits, IReadOnlyList<string> units) => units.Any(unit => context.Numbers.IsDimensionless(unit)
        || valueUnits.Any(own => own == unit || context.Knowledge.UnitSpellings.ToUcum(own) == context.Knowledge.UnitSpellings.ToUcum(unit)));
}
