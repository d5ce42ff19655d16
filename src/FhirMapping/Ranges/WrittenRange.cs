using Cds.FhirMapping.Numbers;

namespace Cds.FhirMapping.Ranges;

/// <summary>The limits of one reference range as written (<c>119-480</c>, <c>&lt;480</c>, <c>480以下</c>, <c>～222</c>, <c>14.0～</c>, <c>up to 480 U/L</c>).</summary>
/// <param name="Low">Lower limit; null when there is none.</param>
/// <param name="High">Upper limit; null when there is none.</param>
/// <param name="LowIncluded">Whether the lower limit itself is normal.</param>
/// <param name="HighIncluded">Whether the upper limit itself is normal.</param>
/// <param name="Unit">Unit as written; empty when there is none.</param>
internal sealed record WrittenRange(WrittenNumber? Low, WrittenNumber? High, bool LowIncluded, bool HighIncluded, string Unit)
{
    /// <summary>Reads a text that is one range and nothing else, in the form of <see cref="NumberForm"/>; null when it is none (a single number is none).</summary>
    public static WrittenRange? Read(string text)
    {
        bool upTo = text.Length > 1 && text[0] == '~';
        bool between = text.StartsWith("between ", StringComparison.OrdinalIgnoreCase);
        if (Bound.Read(upTo ? text[1..].TrimStart() : between ? text["between ".Length..] : text) is not { } first) return null;
        if (!upTo && NumberRange.Read(first, between) is { } both)
            return both.LowUnit == both.Unit ? new WrittenRange(both.Low, both.High, both.LowIncluded, both.HighIncluded, both.Unit) : null;
        if (between) return null;
        (string unit, Comparator? after) = NumberWords.TakeComparatorAfter(first.Rest);
        if (after is null && unit.EndsWith('-')) (unit, after) = (unit[..^1].TrimEnd(), Comparator.AtLeast);
        Comparator? comparator = upTo ? Comparator.AtMost : first.Comparator ?? after;
        if ((upTo || first.Comparator is not null) && after is not null && after != comparator) return null;
        unit = first.Power + unit;
        return comparator switch
        {
            Comparator.LessThan or Comparator.AtMost => new WrittenRange(null, first.Number, true, comparator == Comparator.AtMost, unit),
            Comparator.MoreThan or Comparator.AtLeast => new WrittenRange(first.Number, null, comparator == Comparator.AtLeast, true, unit),
            _ => null,
        };
    }
}
