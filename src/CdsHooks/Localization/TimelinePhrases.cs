namespace Cds.CdsHooks.Localization;

/// <summary>Words of the timeline of the companion.</summary>
internal static class TimelinePhrases
{
    public static LocalizedText Line { get; } = new("line {number}", "{number}次治療");

    public static LocalizedText Lines { get; } = new("Lines of therapy", "治療ライン");

    public static LocalizedText Runs { get; } = new("running", "投与中");

    public static LocalizedText Refractory { get; } = new("refractory", "抵抗性");

    public static LocalizedText Phase { get; } = new("Phase", "治療の段階");

    public static LocalizedText Response { get; } = new("Response", "治療効果");

    public static LocalizedText Events { get; } = new("Events", "経過中の出来事");

    public static LocalizedText Calendar { get; } = new("Calendar", "時間軸");

    public static LocalizedText TransplantShort { get; } = new("ASCT", "自家移植");

    public static LocalizedText AndRecords { get; } = new("{first} and {count} more", "{first}ほか{count}件");

    public static LocalizedText Logarithmic { get; } = new("log scale", "対数目盛");

    public static LocalizedText Course { get; } = new("{marker}: {count} values, the latest {last}", "{marker}：{count}件、最新は{last}");

    public static LocalizedText NoneYet { get; } = new("{marker}: no value yet", "{marker}：まだ値がない");

    public static LocalizedText SupposedMark { get; } = new("supposed", "仮定");

    public static LocalizedText Progression { get; } = new("Progression", "進行");

    public static LocalizedText OverTime { get; } = new("Over time", "経過");

    public static LocalizedText NeedsScripts { get; } = new("The drawings need JavaScript; the patient view shows the same as tables.", "図の表示にはJavaScriptが必要である。同じ内容は患者ビューの表で見られる。");

    public static LocalizedText AsTables { get; } = new("The same as tables", "表で見る");

    public static LocalizedText DateHead { get; } = new("date", "日付");

    public static LocalizedText Drugs { get; } = new("Drugs", "薬剤");

    public static LocalizedText Since { get; } = new("since", "開始");

    public static LocalizedText Until { get; } = new("until", "終了");

    public static LocalizedText WhichCardWhen { get; } = new("Which card came when", "カードの推移");

    public static LocalizedText Card { get; } = new("Card", "カード");
}
