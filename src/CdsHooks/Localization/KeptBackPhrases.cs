namespace Cds.CdsHooks.Localization;

/// <summary>What is said of cards that are kept back.</summary>
internal static class KeptBackPhrases
{
    public static LocalizedText Summary { get; } = new(
        "Cards kept back after an earlier override: {count}; nothing else is due", "以前の対応により表示を控えたカード：{count}件。ほかに該当なし");

    public static LocalizedText Explanation { get; } = new(
        "These cards were set aside with a lasting reason and come back when they become more urgent, when what they say changes, or when the time set by the site is over.",
        "継続する理由で非表示とされたカード。緊急度の上昇、内容の変化、または施設の定めた期間の経過後に再表示する。");

    public static LocalizedText Title { get; } = new("Kept back", "表示を控えたカード");

    public static LocalizedText Line { get; } = new("{card} – {reason} ({date})", "{card}（{reason}、{date}）");
}
