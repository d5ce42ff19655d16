namespace Cds.CdsHooks.Localization;

/// <summary>Words of short details.</summary>
internal static class GlancePhrases
{
    public static LocalizedText FactSeparator { get; } = new("; ", "、");

    public static LocalizedText ConfirmSeparator { get; } = new("; ", "；");

    public static LocalizedText SentenceSeparator { get; } = new(" ", "");

    public static LocalizedText StageSeparator { get; } = new("; ", "、");

    public static LocalizedText FullStop { get; } = new(".", "。");

    public static LocalizedText More { get; } = new(" ({count} more)", "（ほか{count}件）");

    public static LocalizedText ToConfirm { get; } = new("To confirm: ", "確認：");

    public static LocalizedText Option { get; } = new("{option} – {standing}", "{option}（{standing}）");

    public static LocalizedText ReasonSeparator { get; } = new(": ", "：");

    public static LocalizedText Group { get; } = new("{title}: {count}", "{title}：{count}項目");

    public static LocalizedText Dated { get; } = new("{what} ({date})", "{what}（{date}）");

    public static LocalizedText AnotherRecord { get; } = new("another record", "別の記録");

    public static LocalizedText Since { get; } = new("since {date}", "{date}～");

    public static LocalizedText Until { get; } = new("until {date}", "～{date}");

    public static LocalizedText Source { get; } = new("Source: {work}", "出典：{work}");

    public static LocalizedText LiteratureTo { get; } = new("literature to {date}", "文献は{date}まで");

    public static LocalizedText TextAsOf { get; } = new("text as of {date}", "{date}現在");

    public static LocalizedText Undated { get; } = new("text undated", "日付の記載なし");

    public static LocalizedText OfService { get; } = new("Source: this service itself, from the data that were sent", "出典：送られたデータに基づく本サービスの通知");

    public static LocalizedText RuleLinkAll { get; } = new("Rule: {title} (all {count} options)", "この判断の規則：{title}（選択肢{count}件すべて）");
}
