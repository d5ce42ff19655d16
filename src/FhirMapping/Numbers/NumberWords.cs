using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Numbers;

/// <summary>Finds the words around numbers (comparators, flags) that <c>number-words.csv</c> lists.</summary>
internal static partial class NumberWords
{
    /// <summary>The list.</summary>
    public static WordTable Table { get; } = WordTable.Embedded("numbers/number-words.csv");

    private static readonly (string Kind, Comparator Comparator)[] Before =
        [("at-most", Comparator.AtMost), ("at-least", Comparator.AtLeast), ("less", Comparator.LessThan), ("more", Comparator.MoreThan)];

    private static readonly (string Kind, Comparator Comparator)[] After =
        [("less-after", Comparator.LessThan), ("at-most-after", Comparator.AtMost), ("at-least-after", Comparator.AtLeast), ("more-after", Comparator.MoreThan)];

    /// <summary>The comparator before a number and how long it is; the longest that fits.</summary>
    public static (Comparator Comparator, int Length)? ComparatorBefore(string text)
    {
        (Comparator, int)? found = null;
        foreach ((string kind, Comparator comparator) in Before)
        {
            if (Table.AtStart(kind, text) is { } word && (found is not { } other || word.Length > other.Item2)) found = (comparator, word.Length);
        }

        return found;
    }

    /// <summary>The comparator that begins the text behind a number, and how long it is.</summary>
    public static (Comparator Comparator, int Length)? ComparatorAfter(string text)
    {
        (Comparator, int)? found = null;
        foreach ((string kind, Comparator comparator) in After)
        {
            if (Table.AtStart(kind, text) is { } word && (found is not { } other || word.Length > other.Item2)) found = (comparator, word.Length);
        }

        return found;
    }

    /// <summary>
    /// Takes a comparator from what follows a number: before the unit (<c>10未満 mg/L</c>), behind it (<c>5 mg/dL以上</c>), or a sign with the value
    /// on its other side (<c>100&lt;</c>, <c>200～</c>).
    /// </summary>
    public static (string Unit, Comparator? Comparator) TakeComparatorAfter(string rest)
    {
        string text = rest.Trim();
        if (ComparatorAfter(text) is { } first) return (text[first.Length..].Trim(), first.Comparator);
        (string Kind, Comparator Comparator, string Word)? last = null;
        foreach ((string kind, Comparator comparator) in After)
        {
            if (Table.AtEnd(kind, text) is { } word && (last is null || word.Length > last.Value.Word.Length)) last = (kind, comparator, word);
        }

        if (last is { } found) return (text[..^found.Word.Length].Trim(), found.Comparator);
        return text switch
        {
            [.. var unit, '<'] => (unit.Trim(), Comparator.MoreThan),
            [.. var unit, '≤'] => (unit.Trim(), Comparator.AtLeast),
            [.. var unit, '~'] => (unit.Trim(), Comparator.AtLeast),
            [.. var unit, '>'] => (unit.Trim(), Comparator.LessThan),
            [.. var unit, '≥'] => (unit.Trim(), Comparator.AtMost),
            _ => (text, null),
        };
    }

    /// <summary>The text without flags at its end (<c>H</c>, <c>(L)</c>, <c>高</c>, <c>*</c>). After a digit a letter belongs to the unit (<c>mg/24 H</c>).</summary>
    public static string WithoutFlags(string rest)
    {
        string text = rest.Trim();
        while (true)
        {
            Match bracket = InBrackets().Match(text);
            if (bracket.Success && Table.Of("flag").Contains(bracket.Groups["flag"].Value.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                text = text[..bracket.Index].TrimEnd();
                continue;
            }

            if (Table.AtEnd("flag", text) is not { } flag) return text;
            string before = text[..^flag.Length].TrimEnd();
            if (before.Length > 0 && char.IsAsciiDigit(before[^1])) return text;
            text = before;
        }
    }

    [GeneratedRegex(@"[(\[](?<flag>[^()\[\]]+)[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();
}
