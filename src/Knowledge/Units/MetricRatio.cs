using System.Text.RegularExpressions;

namespace Cds.Knowledge.Units;

/// <summary>
/// Compares two UCUM units that differ in powers of ten only (<c>mg/L</c> and <c>g/dL</c>, <c>10*4/uL</c> and <c>10*9/L</c>): the same quantity on another
/// scale. Amount and mass, or two arbitrary units, are different quantities and are never compared.
/// </summary>
internal static partial class MetricRatio
{
    /// <summary>Scales further apart than this are a mistake, and multiplying would leave the range of decimals.</summary>
    private const int LargestExponent = 9;

    /// <summary>What a number in the one unit is multiplied by to be in the other; null when they are not the same quantity.</summary>
    public static decimal? Between(string from, string to)
    {
        if (Scale(from) is not { } left || Scale(to) is not { } right || left.What != right.What) return null;
        int exponent = left.Exponent - right.Exponent;
        if (Math.Abs(exponent) > LargestExponent) return null;
        decimal factor = 1m;
        for (int i = 0; i < Math.Abs(exponent); i++) factor = exponent > 0 ? factor * 10m : factor / 10m;
        return factor;
    }

    /// <summary>What is measured, and on which scale.</summary>
    private static (string What, int Exponent)? Scale(string ucum)
    {
        Match unit = Unit().Match(ucum);
        if (!unit.Success || (unit.Groups["amount"].Length == 0 && unit.Groups["per"].Value is not ("L" or "l" or "kg"))) return null;
        int power = unit.Groups["power"].Success ? int.Parse(unit.Groups["power"].Value, CultureInfo.InvariantCulture) : 0;
        string per = unit.Groups["per"].Value switch { "(24.h)" => "d", "l" => "L", var same => same };
        return ($"{unit.Groups["amount"].Value}/{per}", power + Exponent(unit.Groups["prefix"].Value) - Exponent(unit.Groups["volume"].Value));
    }

    private static int Exponent(string prefix) => prefix switch
    {
        "" => 0,
        "d" => -1,
        "c" => -2,
        "m" => -3,
        "u" => -6,
        "n" => -9,
        "p" => -12,
        "f" => -15,
        "k" => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(prefix), prefix, "Add the prefix that the pattern lets through."),
    };

    [GeneratedRegex(@"^(?:10\*(?<power>[0-9]{1,2})\.?)?(?:(?<prefix>[kmunp]?)(?<amount>g|mol|eq|kat|U|\[IU\]))?/(?:(?<volume>[dcmunpf]?)(?<per>[Ll])|(?<per>d|\(24\.h\)|kg))$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
