using System.Text.RegularExpressions;

namespace Cds.Knowledge.Units;

/// <summary>
/// Compares two UCUM concentrations that differ in their metric prefixes only (<c>mg/L</c> and <c>g/dL</c>): the same quantity on another scale. Amount
/// and mass, or two arbitrary units, are different quantities and are never compared.
/// </summary>
internal static partial class MetricRatio
{
    /// <summary>What a number in the one unit is multiplied by to be in the other; null when they are not the same quantity.</summary>
    public static decimal? Between(string from, string to)
    {
        Match left = Concentration().Match(from);
        Match right = Concentration().Match(to);
        if (!left.Success || !right.Success || left.Groups["what"].Value != right.Groups["what"].Value) return null;
        int exponent = Exponent(left.Groups["amount"].Value) - Exponent(left.Groups["volume"].Value) - Exponent(right.Groups["amount"].Value) + Exponent(right.Groups["volume"].Value);
        decimal factor = 1m;
        for (int i = 0; i < Math.Abs(exponent); i++) factor = exponent > 0 ? factor * 10m : factor / 10m;
        return factor;
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
        "k" => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(prefix), prefix, "Add the prefix that the pattern lets through."),
    };

    [GeneratedRegex(@"^(?<amount>[kmunp]?)(?<what>g|mol|eq|kat|U|\[IU\])/(?<volume>[dcmu]?)[Ll]$", RegexOptions.CultureInvariant)]
    private static partial Regex Concentration();
}
