using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Numbers;

/// <summary>
/// A number as written, with what its commas and points can mean. A comma before one or two digits, or after a lone 0, is a decimal comma; before exactly three
/// digits it may separate thousands (<see cref="IfDecimal"/> is then the other reading). Two separators of different kinds settle each other
/// (<c>1,234.5</c>, <c>1.234,5</c>); everything else (<c>12,34,5</c>) is no number.
/// </summary>
/// <param name="Value">The number; where both readings are open, that with thousands.</param>
/// <param name="IfDecimal">The other reading of a comma before three digits; null when there is one reading only.</param>
/// <param name="MayBeThousands">
/// A point before exactly three digits (<c>98.000</c>): a decimal point, except for counts that have no decimals, where it may separate thousands.
/// </param>
internal readonly partial record struct WrittenNumber(decimal Value, decimal? IfDecimal, bool MayBeThousands)
{
    /// <summary>Beyond this a number is no measurement, and conversion could leave the range of decimals.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    /// <summary>Below this, and above zero, a number is no measurement, and dividing by it could leave the range of decimals.</summary>
    public const decimal Smallest = 0.000_000_001m;

    private const int LargestExponent = 12;

    /// <summary>Whether a number may be a measurement, a dose or a time: zero, or of a size that can be reckoned with.</summary>
    public static bool IsUsable(decimal number) => number == 0m || Math.Abs(number) is >= Smallest and <= Largest;

    /// <summary>Reads digits with separators, sign and exponent; null when the separators give no sense.</summary>
    public static WrittenNumber? Read(string text)
    {
        Match exponent = Exponent().Match(text);
        string digits = exponent.Success ? text[..exponent.Index] : text;
        if (Mantissa(digits) is not { } number) return null;
        if (!exponent.Success) return number;
        int power = int.Parse(exponent.Groups["power"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return number.IfDecimal is null ? number.TimesTen(power) : null;
    }

    /// <summary>The number times a power of ten; null beyond what measurements have.</summary>
    public WrittenNumber? TimesTen(int exponent)
    {
        if (Math.Abs(exponent) > LargestExponent || Math.Abs(Value) > Largest) return null;
        decimal factor = 1m;
        for (int i = 0; i < Math.Abs(exponent); i++) factor = exponent > 0 ? factor * 10m : factor / 10m;
        return new WrittenNumber(Value * factor, IfDecimal * factor, MayBeThousands);
    }

    private static WrittenNumber? Mantissa(string digits)
    {
        if (Plain().IsMatch(digits) || DecimalComma().IsMatch(digits)) return Exactly(digits.Replace(',', '.'));
        if (ThreeAfterComma().IsMatch(digits))
        {
            decimal? thousands = Parse(digits.Replace(",", "", StringComparison.Ordinal));
            return thousands is { } whole ? new WrittenNumber(whole, Parse(digits.Replace(',', '.')), false) : null;
        }

        Match groups = Groups().Match(digits);
        return groups.Success ? Exactly(Separators().Replace(groups.Groups["whole"].Value, "") + groups.Groups["rest"].Value.Replace(',', '.')) : null;
    }

    private static WrittenNumber? Exactly(string digits) => Parse(digits) is { } number ? new WrittenNumber(number, null, ThreeAfterPoint().IsMatch(digits)) : null;

    private static decimal? Parse(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    [GeneratedRegex("[eE](?<power>[-+]?[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("^[-+]?(?:[0-9]+,[0-9]{1,2}|0,[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();

    [GeneratedRegex("^[-+]?[1-9][0-9]{0,2},[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeAfterComma();

    [GeneratedRegex(@"^[-+]?[1-9][0-9]{0,2}\.[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeAfterPoint();

    /// <summary>Groups of three by one separator, decimals by another: 1,234,567 1,234.5 1.234,5 1.234.567 1'234 98 000.</summary>
    [GeneratedRegex(@"^(?<whole>[-+]?[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}|(?:\.[0-9]{3}){2,}|(?:,[0-9]{3})+(?=\.)|(?:\.[0-9]{3})+(?=,)|(?:[' ][0-9]{3})+))(?<rest>[.,][0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();

    [GeneratedRegex("[^-+0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
