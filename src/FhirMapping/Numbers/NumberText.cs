using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Numbers;

/// <summary>
/// Reads a text that is a number: with comparator (sign or words), unit, flag, the name of what was measured before it, or a range of two numbers.
/// Anything else in the text makes it no number: what is not understood is never left out. An approximate number (<c>約3</c>, <c>ca. 3</c>, <c>~3</c>) is not
/// used: nobody says how far off it may be, so there is no limit that it decides. The unit is handed on as written; the fact decides whether it fits.
/// </summary>
internal static partial class NumberText
{
    private const int LongestText = 200;

    public static NumberReading Read(string text, NumberContext context)
    {
        if (text.Length > LongestText) return NumberReading.Not(NumberFault.NoNumber);
        string form = ResultRemarks.Without(WithoutName(NumberForm.Of(text), context));
        if (NumberWords.Table.AtStart("approximate", form) is not null) return NumberReading.Not(NumberFault.Approximate);
        bool between = Between().Match(form) is { Success: true } start && (form = form[start.Length..]).Length > 0;
        if (Bound.Read(form) is not { } first) return NumberReading.Not(Digit().IsMatch(form) && !StartsAsNumber(form) ? NumberFault.NoNumber : FaultOf(form));
        if (NumberRange.Read(first, between) is { } range) return range.Settle(context);
        return between ? NumberReading.Not(NumberFault.NoNumber) : Single(first, context);
    }

    private static NumberReading Single(Bound bound, NumberContext context)
    {
        if (OtherNumber().IsMatch(bound.Rest)) return NumberReading.Not(NumberFault.SeveralNumbers);
        (string rest, Comparator? after) = NumberWords.TakeComparatorAfter(NumberWords.WithoutFlags(bound.Rest));
        if (NumberWords.Table.AtEnd("approximate-after", rest) is not null) return NumberReading.Not(NumberFault.Approximate);
        if (after is not null && bound.Comparator is not null && after != bound.Comparator) return NumberReading.Not(NumberFault.Contradiction);
        string unit = (bound.Power + rest).Trim();
        if (Arrow().Match(bound.Rest.Trim()) is { Success: true } arrow && unit.Length == 0) after = arrow.Value[0] == '↑' ? Comparator.AtLeast : Comparator.AtMost;
        if (unit is "-" or "+") return NumberReading.Not(NumberFault.NoNumber);
        if (context.Settle(bound.Number, [unit]) is not { } number) return NumberReading.Not(NumberFault.Separator);
        if (Math.Abs(number) > WrittenNumber.Largest) return NumberReading.Not(NumberFault.TooLarge);
        return NumberReading.Of((bound.Comparator ?? after ?? Comparator.Exactly).Range(number), unit);
    }

    /// <summary>The text without a name of the fact, or a word for "result", before the number.</summary>
    private static string WithoutName(string form, NumberContext context)
    {
        string text = form.TrimStart('*', '★', '=', ' ');
        foreach (string name in context.Labels.Concat(NumberWords.Table.Of("label")))
        {
            if (!text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            string after = text[name.Length..];
            string rest = after.TrimStart(' ', ':', '=');
            bool isWhole = after.Length != rest.Length || (after.Length > 0 && !char.IsAsciiLetterOrDigit(after[0])) || !char.IsAsciiLetterOrDigit(name[^1]);
            if (isWhole && rest.Length > 0) return rest;
        }

        return text;
    }

    private static NumberFault FaultOf(string form) => StartsAsNumber(form) ? NumberFault.Separator : NumberFault.NoNumber;

    private static bool StartsAsNumber(string form) => form.Length > 0 && (char.IsAsciiDigit(form[0]) || (NumberWords.ComparatorBefore(form) is { } lead && Digit().IsMatch(form[lead.Length..].TrimStart()[..1])));

    [GeneratedRegex("[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Digit();

    [GeneratedRegex("^between ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    /// <summary>What follows is a second number (date, time, ratio, list), not a unit. 1000/uL is a unit; 100/uL may be that or the end of 24 100/uL.</summary>
    [GeneratedRegex(@"^\s*(?:[/:.,;~^<>≤≥=-]\s*|\s)(?!10{3,}\s*/)[0-9]|^[/:.,;^]\s*[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherNumber();

    [GeneratedRegex("^[↑↓]$", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();
}
