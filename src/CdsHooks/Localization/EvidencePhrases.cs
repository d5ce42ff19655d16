namespace Cds.CdsHooks.Localization;

/// <summary>Words of the table of trials.</summary>
internal static class EvidencePhrases
{
    public static LocalizedText EvidenceOf { get; } = new("Evidence: {what}", "エビデンス：{what}");

    public static LocalizedText Trial { get; } = new("trial", "試験");

    public static LocalizedText Population { get; } = new("population", "対象");

    public static LocalizedText Outcome { get; } = new("result", "結果");

    public static LocalizedText Comparator { get; } = new("comparator", "対照");

    public static LocalizedText HazardRatio { get; } = new("hazard ratio, p", "ハザード比、p値");
}
