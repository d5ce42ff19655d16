using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Localization;

/// <summary>Words of the knowledge book as a whole: its pages, its search, what a site changed.</summary>
internal static class BookPhrases
{
    public static LocalizedText Title { get; } = new("Knowledge book", "ナレッジブック");

    public static LocalizedText Version { get; } = new("Knowledge base {version}.", "知識ベース {version}。");

    public static LocalizedText TextUsed { get; } = new("Text used: {status}.", "使用した版：{status}。");

    public static LocalizedText SpeaksTo { get; } = new("It speaks up to {date}.", "記載内容は{date}時点まで。");

    public static LocalizedText Documents { get; } = new("Documents", "文書");

    public static LocalizedText OtherWorks { get; } = new("Publications and labels cited where the documents are silent", "文書に記載がない点を補った文献・添付文書");

    public static LocalizedText Conclusions { get; } = new("Conclusions", "判定");

    public static LocalizedText Recommendations { get; } = new("Recommendations", "推奨");

    public static LocalizedText Regimens { get; } = new("Regimens", "レジメン");

    public static LocalizedText Search { get; } = new("Search", "検索");

    public static LocalizedText SearchLabel { get; } = new("Search rules, regimens, drugs", "規則・レジメン・薬剤を検索");

    public static LocalizedText SearchTitle { get; } = new("Search of the knowledge book", "ナレッジブックの検索");

    public static LocalizedText SearchHelp { get; } = new(
        "Type a word of a title, a drug, a regimen or an id; several words narrow the search. Both languages are searched.",
        "題名・薬剤名・レジメン名・IDの一部を入力する。複数の語で絞り込める。日英どちらの語でも検索できる。");

    public static LocalizedText NothingFound { get; } = new("Nothing in the knowledge book holds {words}.", "「{words}」に一致するものはない。");

    public static LocalizedText FoundCount { get; } = new("{count} found for {words}", "「{words}」の検索結果：{count}件");

    public static LocalizedText Conclusion { get; } = new("Conclusion", "判定");

    public static LocalizedText Recommendation { get; } = new("Recommendation", "推奨");

    public static LocalizedText Regimen { get; } = new("Regimen", "レジメン");

    public static LocalizedText DrugOfBook { get; } = new("Drug", "薬剤");

    public static LocalizedText DocumentKind { get; } = new("Document", "文書");

    public static LocalizedText ForPrinting { get; } = new(
        "This page holds every rule that cites the document and is made for printing. The title of a rule leads to its own page.",
        "この文書を引用するすべての規則を印刷用にまとめたページである。各規則の題名から個別のページへ移動できる。");

    public static LocalizedText InternalConclusions { get; } = new("Conclusions that only serve other rules", "他の規則のための内部判定");

    public static LocalizedText SkipToContent { get; } = new("Skip to the content", "本文へ移動");

    public static LocalizedText Navigation { get; } = new("Pages and language", "ページと言語");

    public static LocalizedText Reading { get; } = new("How the documents were read", "文書の読み方");

    public static LocalizedText Readings { get; } = new("Readings", "文書の読み方");

    public static LocalizedText ReadingsIntroduction { get; } = new("Where documents, or places in one document, leave room or differ, this is what the rules follow.", "文書間または文書内の記載に幅や相違がある場合、規則は次に従う。");

    public static LocalizedText Drugs { get; } = new("Drugs", "薬剤");

    public static LocalizedText ContentsOf { get; } = new("Contents: {what}", "目次：{what}");

    public static LocalizedText LocalChanges { get; } = new("Local changes", "施設による変更");

    public static LocalizedText LocalChangesCaption { get; } = new("What this site changes in the knowledge that ships:", "配布された知識に対する当施設の変更：");

    public static LocalizedText Entry { get; } = new("entry", "項目");

    public static LocalizedText IdsForAuthors { get; } = new("Ids, for authors and integrators", "ID（知識の作成者・システム連携用）");

    public static LocalizedText IdsOfPage { get; } = new("Ids of this page", "このページの項目のID");

    public static LocalizedText Id { get; } = new("id", "ID");

    public static LocalizedText HowToRead { get; } = new("How to read the tables", "表の読み方");

    public static LocalizedText HowToReadText { get; } = new(
        "Values count as current only within the time window of their fact; values before treatment are those up to the start of the first line. Unknown data never count as "
        + "normal: a rule that lacks them stays open and says what is missing. Conditions, procedures, allergies and drugs that are not recorded count as absent. Vignettes are "
        + "synthetic patients written from the documents; their results come from the rules as they run in this service.",
        "検査値は項目ごとの有効期間内のものを現在値とし、治療前の値は初回治療開始までのものとする。不明なデータを正常とはみなさず、判定を保留して不足項目を示す。"
        + "記録のない病名・処置・アレルギー・薬剤は「なし」とみなす。検証用症例は文書から作成した架空の患者であり、結果は実際に稼働している規則によるものである。");

    /// <summary>A work by its full title and when it was published, where that is known.</summary>
    public static LocalizedText Work(Document work) => !work.IsDated ? work.Title : new($"{work.Title.En} ({work.Published})", $"{work.Title.Ja}（{work.Published}）");
}
