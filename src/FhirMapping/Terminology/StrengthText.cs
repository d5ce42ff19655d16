using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// Reads the amount in one piece from the text of a product. A concentration (<c>2.5 mg/mL</c>) counts only together with the one volume that the
/// text gives; an amount in a volume (<c>4 mg/100 mL</c>) is the content of a vial or bag, and the spoon size of a liquid that is drunk.
/// </summary>
internal static partial class StrengthText
{
    private static readonly (string Word, string Form)[] Forms =
    [
        ("capsule", "capsule"), ("カプセル", "capsule"), (" cap", "capsule"), ("tablet", "tablet"), ("錠", "tablet"), (" tab", "tablet"), ("syringe", "syringe"), ("シリンジ", "syringe"),
        ("pen injector", "pen"), ("auto-injector", "pen"), ("vial", "vial"), ("バイアル", "vial"), ("キット", "kit"), ("バッグ", "bag"), (" bag", "bag"), ("ampoule", "ampoule"), ("ampul", "ampoule"), ("注", "vial"), ("injection", "vial"),
        ("powder for", "vial"),
    ];

    /// <summary>Forms that are measured out: an amount in a volume says how strong they are, not what a piece holds.</summary>
    private static readonly string[] Measured = ["suspension", "syrup", "elixir", "oral sol", "シロップ", "内用液", "懸濁", "エリキシル", "顆粒", "散", "細粒", "granule", "powder packet"];

    /// <summary>Amount, UCUM unit and form; null when the text does not give exactly one.</summary>
    public static (decimal Amount, string Unit, string? Form)? Read(string text)
    {
        string folded = TextForm.Fold(text).ToLowerInvariant();
        if (folded.Contains('%', StringComparison.Ordinal)) return null;
        bool measured = Array.Exists(Measured, word => folded.Contains(word, StringComparison.Ordinal));
        var amounts = new HashSet<(decimal, string)>();
        var perMillilitre = new HashSet<(decimal, string)>();
        foreach (Match match in Amounts().Matches(folded))
        {
            if (Number(match.Groups["number"].Value) is not { } number || Unit(match.Groups["unit"].Value) is not { } unit) return null;
            (decimal, string) amount = (number * unit.Factor, unit.Ucum);
            bool inVolume = match.Groups["per"].Success;
            if (inVolume && !match.Groups["volume"].Success) perMillilitre.Add(amount);
            else if (inVolume && measured) return null;
            else amounts.Add(amount);
        }

        if (amounts.Count == 0 && perMillilitre.Count == 1 && Volume(folded) is { } volume)
        {
            (decimal concentration, string unit) = perMillilitre.First();
            return (concentration * volume, unit, FormOf(folded));
        }

        if (amounts.Count != 1) return null;
        (decimal value, string ucum) = amounts.First();
        return value > 0 ? (value, ucum, FormOf(folded)) : null;
    }

    /// <summary>How much a volume holds; null when the text gives no concentration, or two.</summary>
    public static Concentration? Concentration(string text)
    {
        var found = new HashSet<Concentration>();
        string folded = TextForm.Fold(text).ToLowerInvariant();
        foreach (Match match in Amounts().Matches(folded).Where(match => match.Groups["per"].Success))
        {
            decimal? volume = match.Groups["volume"].Success ? Number(match.Groups["volume"].Value) : 1m;
            if (Number(match.Groups["number"].Value) is not { } number || number <= 0m || Unit(match.Groups["unit"].Value) is not { } unit || volume is not > 0m) return null;
            found.Add(new Concentration(number * unit.Factor, unit.Ucum, volume.Value));
        }

        return found.Count == 1 ? found.First() : null;
    }

    private static decimal? Volume(string text)
    {
        decimal[] volumes = [.. Volumes().Matches(text).Select(m => Number(m.Groups["number"].Value)).OfType<decimal>().Distinct()];
        return volumes.Length == 1 ? volumes[0] : null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static (string Ucum, decimal Factor)? Unit(string text) => text switch
    {
        "mg" or "㎎" => ("mg", 1m),
        "g" => ("mg", 1000m),
        "mcg" or "ug" or "μg" or "µg" => ("ug", 1m),
        "iu" or "unt" or "unit" or "units" or "単位" or "国際単位" => ("[IU]", 1m),
        "万単位" => ("[IU]", 10000m),
        _ => null,
    };

    private static string? FormOf(string text) => Forms.FirstOrDefault(form => text.Contains(form.Word, StringComparison.Ordinal)).Form;

    // "1800-30000 mg-ut/15ml": the second number belongs to the companion.
    [GeneratedRegex(@"(?<![\d.,/-])(?<number>\d[\d,]*(?:\.\d+)?)(?:-\d[\d,]*(?:\.\d+)?)?\s*(?<unit>mg|mcg|ug|μg|µg|g|iu|units?|unt|万単位|国際単位|単位)(?:-[a-z]+)?(?![a-z])(?<per>\s*/\s*(?:(?<volume>\d+(?:\.\d+)?)\s*)?ml)?", RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();

    [GeneratedRegex(@"(?<![/\d.])(?<!/\s)(?<number>\d+(?:\.\d+)?)\s*ml(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Volumes();
}
