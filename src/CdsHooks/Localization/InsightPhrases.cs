namespace Cds.CdsHooks.Localization;

/// <summary>Words of the page on what clinicians did with the cards.</summary>
internal static class InsightPhrases
{
    public static LocalizedText Title { get; } = new("Insights", "利用状況");

    public static LocalizedText Help { get; } = new(
        "Cards shown, what clinicians did with them, and how long answers took. Counts only: no patient, no clinician, no value is kept here.",
        "表示したカード、それに対する医療者の対応、応答時間を示す。件数のみで、患者・医療者・検査値は含まない。");

    public static LocalizedText Nothing { get; } = new("Nothing to show yet", "まだ表示するデータがない");

    public static LocalizedText NothingHelp { get; } = new(
        "This page fills when an EHR calls the services and sends feedback on the cards it showed. Cards that are looked at in the patient view are not counted.",
        "電子カルテがサービスを呼び出し、カードへの対応（フィードバック）を送信すると集計が表示される。患者ビューで見たカードは数えない。");

    public static LocalizedText Shown { get; } = new("shown", "表示");

    public static LocalizedText Accepted { get; } = new("accepted", "採用");

    public static LocalizedText Overridden { get; } = new("overridden", "対応せず");

    public static LocalizedText UnknownCards { get; } = new("feedback on unknown cards", "不明なカードへのフィードバック");

    public static LocalizedText ByRule { get; } = new("Cards by rule", "規則別のカード");

    public static LocalizedText Rule { get; } = new("rule", "規則");

    public static LocalizedText Months { get; } = new("by month", "月別");

    public static LocalizedText Reasons { get; } = new("most frequent reasons", "主な理由");

    public static LocalizedText ByMonth { get; } = new("By month, as a table", "月別の表");

    public static LocalizedText Month { get; } = new("month", "月");

    public static LocalizedText Durations { get; } = new("Answer times", "応答時間");

    public static LocalizedText LatestCalls { get; } = new("The latest calls, at most 2000", "直近の呼び出し（最大2000件）");

    public static LocalizedText Service { get; } = new("service", "サービス");

    public static LocalizedText Calls { get; } = new("calls", "件数");

    public static LocalizedText Half { get; } = new("half within", "中央値");

    public static LocalizedText Most { get; } = new("95 % within", "95%値");

    public static LocalizedText Longest { get; } = new("longest", "最長");

    public static LocalizedText NoReason { get; } = new("no reason given", "理由の記載なし");

    public static LocalizedText OtherReason { get; } = new("another reason", "その他の理由");

    public static LocalizedText InMonth { get; } = new("{month}: {shown} shown, {accepted} accepted, {overridden} overridden", "{month}：表示{shown}件、採用{accepted}件、対応せず{overridden}件");
}
