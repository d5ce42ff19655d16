using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Numbers;

/// <summary>A number at the beginning of a text, with the comparator before it and the text behind it.</summary>
/// <param name="Comparator">Comparator before the number; null when none stands there.</param>
/// <param name="Number">The number.</param>
/// <param name="Power">A power of ten that belongs to the unit (<c>10^4</c> of <c>9.8 x 10^4/uL</c>); empty when there is none.</param>
/// <param name="Rest">What follows.</param>
internal sealed partial record Bound(Comparator? Comparator, WrittenNumber Number, string Power, string Rest)
{
    /// <summary>Reads the beginning of a text in the form of <see cref="NumberForm"/>; null when no number stands there.</summary>
    public static Bound? Read(string text)
    {
        (Comparator Comparator, int Length)? lead = NumberWords.ComparatorBefore(text);
        string rest = lead is { } found ? text[found.Length..].TrimStart() : text;
        Match digits = Digits().Match(rest);
        if (!digits.Success || WrittenNumber.Read(digits.Value) is not { } number) return null;
        rest = rest[digits.Length..];
        if (number.Value == 10m && PlainPower().Match(rest) is { Success: true } bare)
            return number.TimesTen(Exponent(bare) - 1) is { } power ? new Bound(lead?.Comparator, power, "", bare.Groups["rest"].Value) : null;
        Match times = TimesPower().Match(rest);
        if (!times.Success) return new Bound(lead?.Comparator, number, "", rest);
        string behind = times.Groups["rest"].Value;
        // With a unit behind it the power is kept as part of it: whether 1,234 has thousands depends on the scale.
        if (Exponent(times) > 0 && behind.Trim().Length > 0) return new Bound(lead?.Comparator, number, $"10^{Exponent(times)}", behind);
        return number.TimesTen(Exponent(times)) is { } product ? new Bound(lead?.Comparator, product, "", behind) : null;
    }

    private static int Exponent(Match power) => int.Parse(power.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>Digits with separators; a space separates only full groups of three, and not before 100/uL, which may be a unit.</summary>
    [GeneratedRegex(@"^[-+]?(?:[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])(?<! 100(?=/))(?:[.,][0-9]+)?|[0-9]+(?:[.,'][0-9]+)*|\.[0-9]+|[0-9]+\.)(?:[eE][-+]?[0-9]{1,2}(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\s*(?:\^|\*{1,2})\s*\(?(?<exponent>[-+]?[1-9][0-9]?)\)?(?![0-9])(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPower();

    [GeneratedRegex(@"^(?:\s*[xX*·∙⋅]\s*10\s*(?:\^|\*{1,2}|[eE])?|\s+10(?:\^|\*{1,2}|[eE](?=[-+]?[0-9])|(?=\()))\s*\(?(?<exponent>[-+]?[1-9][0-9]?)\)?(?![0-9])(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TimesPower();
}
