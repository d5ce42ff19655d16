using System.Collections.Frozen;

namespace Cds.CdsHooks.Localization;

/// <summary>Titles of the cards that the service writes of itself: no rule of the knowledge base stands behind them.</summary>
internal static class OwnCardPhrases
{
    /// <summary>By the id in the extension of the card.</summary>
    public static FrozenDictionary<string, LocalizedText> Titles { get; } = new Dictionary<string, LocalizedText>
    {
        ["workup.missing"] = new("Missing data", "不足している情報"),
        ["workup.kept-back"] = new("Cards kept back", "表示を控えたカード"),
        ["safety.not-judged"] = UnjudgedPhrases.RuleTitle,
        ["safety.not-covered"] = new("Treatment that the rules do not cover, or in part", "規則の対象外または一部のみ対象の治療"),
        ["safety.other-patient"] = new("Records of another patient", "別の患者の記録"),
    }.ToFrozenDictionary();
}
