using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Numbers;

/// <summary>Two numbers that are the ends of a range (<c>10-15 %</c>, <c>10から15</c>, <c>≧10＜20</c>, <c>0.5～2未満</c>). Ends are included unless a comparator says otherwise.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Unit">Unit as written behind the upper end, else behind the lower; empty when there is none.</param>
/// <param name="LowUnit">Unit behind the lower end.</param>
/// <param name="LowIncluded">Whether the lower end itself is possible.</param>
/// <param name="HighIncluded">Whether the upper end itself is possible.</param>
internal sealed partial record NumberRange(WrittenNumber Low, WrittenNumber High, string Unit, string LowUnit, bool LowIncluded, bool HighIncluded)
{
    /// <summary>Reads the range that begins with a number; null when what follows is no second end.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="between">Whether "between" stands before it, so that the ends are joined by "and".</param>
    public static NumberRange? Read(Bound first, bool between)
    {
        if (first.Power.Length > 0 && !Join().IsMatch(first.Rest)) return null;
        (string rest, Comparator? after) = (first.Rest, null);
        Match join = between ? BetweenJoin().Match(rest) : Join().Match(rest);
        if (NumberWords.ComparatorAfter(rest.TrimStart()) is { } suffix && suffix.Comparator is Comparator.AtLeast or Comparator.MoreThan)
        {
            after = suffix.Comparator;
            string behind = rest.TrimStart()[suffix.Length..];
            join = Next().Match(behind);
            rest = behind;
        }
        else if (first.Comparator is Comparator.AtLeast or Comparator.MoreThan && !join.Success)
        {
            join = Second().Match(rest);
        }

        if (!join.Success || (first.Comparator ?? after) is Comparator.LessThan or Comparator.AtMost) return null;
        if (Bound.Read(rest[join.Length..]) is not { } second || second.Comparator is Comparator.AtLeast or Comparator.MoreThan) return null;
        (string tail, Comparator? closing) = NumberWords.TakeComparatorAfter(NumberWords.WithoutFlags(second.Rest));
        if (closing is Comparator.AtLeast or Comparator.MoreThan || (closing is not null && second.Comparator is not null)) return null;
        string lowUnit = (first.Power + join.Groups["unit"].Value).Trim();
        string unit = (second.Power + tail).Trim();
        return new NumberRange(
            first.Number, second.Number, unit.Length > 0 ? unit : lowUnit, lowUnit.Length > 0 ? lowUnit : unit,
            (first.Comparator ?? after) != Comparator.MoreThan, (second.Comparator ?? closing) != Comparator.LessThan);
    }

    /// <summary>The range as a value; not one when its ends are the wrong way round, have two units, or cannot be read.</summary>
    public NumberReading Settle(NumberContext context)
    {
        if (LowUnit != Unit) return NumberReading.Not(NumberFault.Contradiction);
        if (OtherNumber().IsMatch(Unit)) return NumberReading.Not(NumberFault.SeveralNumbers);
        if (context.Settle(Low, [Unit]) is not { } low || context.Settle(High, [Unit]) is not { } high) return NumberReading.Not(NumberFault.Separator);
        if (low > high) return NumberReading.Not(NumberFault.Contradiction);
        if (Math.Max(Math.Abs(low), Math.Abs(high)) > WrittenNumber.Largest) return NumberReading.Not(NumberFault.TooLarge);
        return NumberReading.Of(new ValueRange(low, LowIncluded, high, HighIncluded), Unit);
    }

    /// <summary>A unit without digits may stand before the sign.</summary>
    [GeneratedRegex(@"^\s*(?<unit>[^\s0-9<>≤≥~:;,-]*)\s*(?:-|~|to |through |bis |から|ないし)\s*(?=[<≤]?\s*[0-9.])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Join();

    [GeneratedRegex(@"^\s*(?<unit>[^\s0-9<>≤≥~:;,-]*)\s*and\s+(?=[0-9.])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BetweenJoin();

    /// <summary>After a lower end with its comparator before it, the upper end begins with a sign or its own comparator.</summary>
    [GeneratedRegex(@"^\s*(?<unit>(?!and\s)[^\s0-9<>≤≥~:;,-]*)\s*(?:(?:-|~|,|、|and\s|かつ)\s*(?=[<≤]?\s*[0-9.])|(?=[<≤]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Second();

    /// <summary>After a lower end with a word behind it (15以上) the upper end may follow at once.</summary>
    [GeneratedRegex(@"^\s*(?<unit>)(?:-|~|,|、|かつ)?\s*(?=[<≤]?\s*[0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"^\s*[/:.,;~<>≤≥=-]?\s*(?!10+\s*/|10\^)[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherNumber();
}
