using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Localization;

/// <summary>Words of the knowledge book.</summary>
internal static class BookPhrases
{
    public static LocalizedText Title { get; } = new("Knowledge book", "ナレッジブック");

    public static LocalizedText Version { get; } = new("Knowledge base {version}.", "知識ベース {version}。");

    public static LocalizedText Documents { get; } = new("Documents", "文書");

    public static LocalizedText OtherWorks { get; } = new("Publications and labels cited where the documents are silent", "文書に記載がない点を補った文献・添付文書");

    public static LocalizedText Conclusions { get; } = new("Conclusions", "判定");

    public static LocalizedText Recommendations { get; } = new("Recommendations", "推奨");

    public static LocalizedText Regimens { get; } = new("Regimens", "レジメン");

    public static LocalizedText Values { get; } = new("Values", "とりうる値");

    public static LocalizedText Grade { get; } = new("Grade of recommendation", "推奨グレード");

    public static LocalizedText EvidenceLevel { get; } = new("Evidence level", "エビデンスレベル");

    public static LocalizedText Option { get; } = new("option", "選択肢");

    public static LocalizedText Standing { get; } = new("standing", "位置づけ");

    public static LocalizedText Reason { get; } = new("reason", "理由");

    public static LocalizedText Drug { get; } = new("drug", "薬剤");

    public static LocalizedText Dose { get; } = new("dose", "用量");

    public static LocalizedText Days { get; } = new("days of the cycle", "投与日");

    public static LocalizedText Source { get; } = new("source", "出典");

    public static LocalizedText Cycle { get; } = new("Cycle of {days} days", "1サイクル{days}日");

    public static LocalizedText Cycles { get; } = new("{count} cycles", "{count}サイクル");

    public static LocalizedText OffLabel { get; } = new("Off-label in Japan: {drugs}", "国内適応外：{drugs}");
}
