using System.Text.RegularExpressions;
using Cds.FhirMapping.Numbers;

namespace Cds.FhirMapping.Ranges;

/// <summary>Reads for which ages a reference range is (<c>≥18y</c>, <c>18-60 years</c>, <c>18歳以上</c>, <c>under 18 years</c>).</summary>
internal static partial class AgeText
{
    /// <summary>Full age: 18 years, in Japan too since April 2022 (Civil Code, article 4).</summary>
    public const decimal FullAge = 18m;

    private static readonly (string Kind, string Ucum)[] Units = [("years", "a"), ("months", "mo"), ("days", "d")];

    /// <summary>The ages that begin a text, and how long their text is; null when no age stands there.</summary>
    public static (AgeSpan Span, int Length)? AtStart(string text)
    {
        (Comparator Comparator, int Length)? lead = NumberWords.ComparatorBefore(text);
        string rest = text[(lead?.Length ?? 0)..];
        Match ages = Ages().Match(rest);
        if (!ages.Success) return null;
        string behind = rest[ages.Length..];
        // 18+ years
        bool open = behind.StartsWith('+');
        if (open) behind = behind[1..];
        if (Unit(behind) is not { } unit) return null;
        behind = behind[unit.Length..];
        decimal first = Number(ages, "from");
        decimal? last = ages.Groups["to"].Success ? Number(ages, "to") : null;
        if (open) return last is null && AgeSpan.Completed(first, null, unit.Ucum) is { } upward ? (upward, text.Length - behind.Length) : null;
        // 18歳～60歳
        if (last is null && Second().Match(behind) is { Success: true } second && Unit(behind[second.Length..]) is { } again && again.Ucum == unit.Ucum)
        {
            last = Number(second, "to");
            behind = behind[(second.Length + again.Length)..];
        }

        (AgeSpan? span, int length) = last is not null ? (AgeSpan.Completed(first, last, unit.Ucum), 0) : Sided(first, unit.Ucum, lead?.Comparator, behind);
        return span is { } ages2 ? (ages2, text.Length - behind.Length + length) : null;
    }

    /// <summary>The UCUM code of a unit of age written alone (<c>years</c>, <c>歳</c>); null when it is none.</summary>
    public static string? UcumOf(string unit) => Unit(unit) is { } found && found.Length == unit.Length ? found.Ucum : null;

    private static (AgeSpan? Span, int Length) Sided(decimal age, string ucum, Comparator? lead, string behind)
    {
        string trimmed = behind.TrimStart();
        int skipped = behind.Length - trimmed.Length;
        string? older = RangeWords.Table.AtStart("older", trimmed);
        string? younger = older is null ? RangeWords.Table.AtStart("younger", trimmed) : null;
        string? below = RangeWords.Table.AtStart("below", trimmed);
        int length = (older ?? younger ?? below) is { } word ? skipped + word.Length : 0;
        if (lead is Comparator.AtLeast or Comparator.MoreThan || older is not null) return (AgeSpan.Completed(age, null, ucum), length);
        if (lead is Comparator.LessThan || below is not null) return (new AgeSpan(null, AgeSpan.InYears(age, ucum)), length);
        return lead is Comparator.AtMost || younger is not null ? (AgeSpan.Completed(null, age, ucum), length) : (null, 0);
    }

    private static (string Ucum, int Length)? Unit(string text)
    {
        string trimmed = text.TrimStart();
        foreach ((string kind, string ucum) in Units)
        {
            if (RangeWords.Table.AtStart(kind, trimmed) is { } word) return (ucum, text.Length - trimmed.Length + word.Length);
        }

        return null;
    }

    private static decimal Number(Match match, string group) => decimal.Parse(match.Groups[group].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<from>[0-9]{1,3}(?:\.[0-9])?)(?:\s*(?:-|~|to )\s*(?<to>[0-9]{1,3}(?:\.[0-9])?))?(?![0-9.])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ages();

    [GeneratedRegex(@"^\s*(?:-|~|to )\s*(?<to>[0-9]{1,3}(?:\.[0-9])?)(?![0-9.])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Second();
}
