using Cds.Knowledge.Documents;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Localization;

/// <summary>Words of the knowledge book.</summary>
internal static class BookPhrases
{
    private const string Undated = "undated";

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
        "This page holds every rule that cites the document and is made for printing. The id of a rule leads to its own page.",
        "この文書を引用するすべての規則を印刷用にまとめたページである。各規則のIDから個別のページへ移動できる。");

    public static LocalizedText InternalConclusions { get; } = new("Conclusions that only serve other rules", "他の規則のための内部判定");

    public static LocalizedText OfferedBy { get; } = new("Offered by", "この選択肢を提示する推奨");

    public static LocalizedText Doses { get; } = new("Doses", "用量");

    public static LocalizedText Conditions { get; } = new("Conditions ({count})", "条件（{count}件）");

    public static LocalizedText StandingChanges { get; } = new("Depends on the patient ({count})", "患者による変更（{count}件）");

    public static LocalizedText VignettesInEnglish { get; } = new("List of the vignettes (in English)", "症例の一覧（英語）を表示");

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

    public static LocalizedText OffLabel { get; } = new("Off-label in {place}: {drugs}", "{place}適応外：{drugs}");

    public static LocalizedText SkipToContent { get; } = new("Skip to the content", "本文へ移動");

    public static LocalizedText Navigation { get; } = new("Pages and language", "ページと言語");

    public static LocalizedText Internal { get; } = new("Serves other rules only; not part of an answer.", "他の規則のための内部判定であり、回答には表示されない。");

    public static LocalizedText AppliesTo { get; } = new("Applies to", "対象");

    public static LocalizedText DoneWhen { get; } = new("Done when", "実施済みとみなす条件");

    public static LocalizedText DecisionTable { get; } = new("Decision table", "判定表");

    public static LocalizedText Value { get; } = new("value", "値");

    public static LocalizedText When { get; } = new("when", "条件");

    public static LocalizedText Otherwise { get; } = new("none of the others", "他のいずれにも該当しない");

    public static LocalizedText DiagnosisTable { get; } = new("Diagnoses by precedence; of several that hold the first counts", "診断（優先順。複数該当する場合は最初のもの）");

    public static LocalizedText Criteria { get; } = new("criteria", "診断規準");

    public static LocalizedText RecordedAs { get; } = new("or recorded as", "または記録された病名");

    public static LocalizedText OnlyRecorded { get; } = new("no computable criteria; only as recorded", "計算できる規準はなく、記録された病名による");

    public static LocalizedText DiagnosisEvidence { get; } = new("Without any recorded plasma-cell disorder a diagnosis is looked for when", "形質細胞疾患の記録がない場合に診断を試みる条件");

    public static LocalizedText ListTable { get; } = new("Lists what holds", "該当するものを列挙");

    public static LocalizedText CountTable { get; } = new("Counts what holds", "該当する数");

    public static LocalizedText Item { get; } = new("item", "項目");

    public static LocalizedText ScoreTable { get; } = new("Points; of the rows of one item the highest that holds counts", "点数（同じ項目では最も高いもの）");

    public static LocalizedText Points { get; } = new("points", "点数");

    public static LocalizedText BandTable { get; } = new("Value by the sum of points", "合計点による値");

    public static LocalizedText UpTo { get; } = new("up to {points}", "{points}点以下");

    public static LocalizedText Above { get; } = new("above", "それを超える");

    public static LocalizedText ChecklistTable { get; } = new("Checklist: one that fails decides", "チェックリスト（1つでも該当すれば不適）");

    public static LocalizedText FailsWhen { get; } = new("fails when", "不適となる条件");

    public static LocalizedText WhenUnknown { get; } = new("when unknown", "不明の場合");

    public static LocalizedText ToBeConfirmed { get; } = new("to be confirmed", "確認事項とする");

    public static LocalizedText StaysOpen { get; } = new("stays undetermined", "判定保留");

    public static LocalizedText NumberOfFact { get; } = new("The current value of {fact}.", "{fact}の現在値。");

    public static LocalizedText ComputedSteps { get; } = new("How it is worked out from the data over time", "時系列データからの判定方法");

    public static LocalizedText Information { get; } = new("Information", "情報");

    public static LocalizedText Urgency { get; } = new("Urgency of the card", "カードの緊急度");

    public static LocalizedText UrgencyOtherwise { get; } = new("otherwise {urgency}", "それ以外：{urgency}");

    public static LocalizedText OptionsTogether { get; } = new("Options; they complement each other", "選択肢（併用する）");

    public static LocalizedText OptionsAlternative { get; } = new("Options; one of them", "選択肢（いずれか1つ）");

    public static LocalizedText ListedWhen { get; } = new("listed when", "提示する条件");

    public static LocalizedText Orders { get; } = new("orders", "オーダー");

    public static LocalizedText OrderRule { get; } = new("Looks at orders while they are written.", "オーダー作成時に確認する規則。");

    public static LocalizedText CaseTable { get; } = new("What can be wrong with an order", "オーダーの問題点");

    public static LocalizedText Finding { get; } = new("finding", "指摘");

    public static LocalizedText OptionsOf { get; } = new("with the options of: {title}", "「{title}」の選択肢を提示");

    public static LocalizedText Preferred { get; } = new("ranks first", "優先");

    public static LocalizedText KeptWhenRefractory { get; } = new("stays listed although the disease is refractory to one of its drugs", "含まれる薬剤に抵抗性でも提示する");

    public static LocalizedText EvidenceOf { get; } = new("Evidence: {what}", "エビデンス：{what}");

    public static LocalizedText Trial { get; } = new("trial", "試験");

    public static LocalizedText Population { get; } = new("population", "対象");

    public static LocalizedText Endpoint { get; } = new("endpoint", "評価項目");

    public static LocalizedText Outcome { get; } = new("result", "結果");

    public static LocalizedText Comparator { get; } = new("comparator", "対照");

    public static LocalizedText HazardRatio { get; } = new("hazard ratio, p", "ハザード比、p値");

    public static LocalizedText Vignettes { get; } = new("Test vignettes", "検証用症例");

    public static LocalizedText VignettesUnreadable { get; } = new("The vignettes do not fit this knowledge and were not run.", "検証用症例がこの知識と合わないため実行していない。");

    public static LocalizedText VignettesPassed { get; } = new("Test vignettes: {passed} of {count} as expected", "検証用症例：{count}例中{passed}例が期待どおり");

    public static LocalizedText Vignette { get; } = new("vignette", "症例");

    public static LocalizedText Result { get; } = new("result", "結果");

    public static LocalizedText AsExpected { get; } = new("as expected", "期待どおり");

    public static LocalizedText Differs { get; } = new("differs", "期待と異なる");

    public static LocalizedText Reading { get; } = new("How the documents were read", "文書の読み方");

    public static LocalizedText Readings { get; } = new("Readings", "文書の読み方");

    public static LocalizedText ReadingsIntroduction { get; } = new("Where documents, or places in one document, leave room or differ, this is what the rules follow.", "文書間または文書内の記載に幅や相違がある場合、規則は次に従う。");

    public static LocalizedText Publication { get; } = new("publication outside the documents", "文書外の文献");

    public static LocalizedText Label { get; } = new("drug label", "添付文書");

    public static LocalizedText DoseTable { get; } = new("Doses and schedule", "用量とスケジュール");

    public static LocalizedText Route { get; } = new("route", "経路");

    public static LocalizedText OfCycles { get; } = new("cycles", "サイクル");

    public static LocalizedText AdjustmentTable { get; } = new("Lower doses", "減量");

    public static LocalizedText PrescriberChooses { get; } = new("no source gives it; the prescriber chooses", "典拠がないため処方医が決定");

    public static LocalizedText Drugs { get; } = new("Drugs", "薬剤");

    public static LocalizedText UnsuitableTable { get; } = new("Care and contraindications", "注意と禁忌");

    public static LocalizedText ContentsOf { get; } = new("Contents: {what}", "目次：{what}");

    public static LocalizedText LocalChanges { get; } = new("Local changes", "施設による変更");

    public static LocalizedText LocalChangesCaption { get; } = new("What this site changes in the knowledge that ships", "配布された知識に対する当施設の変更");

    public static LocalizedText Entry { get; } = new("entry", "項目");

    public static LocalizedText Change { get; } = new("change", "変更");

    public static LocalizedText Kind { get; } = new("kind", "種類");

    public static LocalizedText HowToRead { get; } = new("How to read the tables", "表の読み方");

    public static LocalizedText HowToReadText { get; } = new(
        "Values count as current only within the time window of their fact; values before treatment are those up to the start of the first line. Unknown data never count as "
        + "normal: a rule that lacks them stays open and says what is missing. Conditions, procedures, allergies and drugs that are not recorded count as absent. Vignettes are "
        + "synthetic patients written from the documents; their results come from the rules as they run in this service.",
        "検査値は項目ごとの有効期間内のものを現在値とし、治療前の値は初回治療開始までのものとする。不明なデータを正常とはみなさず、判定を保留して不足項目を示す。"
        + "記録のない病名・処置・アレルギー・薬剤は「なし」とみなす。検証用症例は文書から作成した架空の患者であり、結果は実際に稼働している規則によるものである。");

    /// <summary>A work by its full title and when it was published, where that is known.</summary>
    public static LocalizedText Work(Document work) => work.Published == Undated ? work.Title : new($"{work.Title.En} ({work.Published})", $"{work.Title.Ja}（{work.Published}）");

    public static LocalizedText Of(Urgency urgency) => urgency switch
    {
        Knowledge.Recommendations.Urgency.Info => new("information", "情報"),
        Knowledge.Recommendations.Urgency.Warning => new("warning", "警告"),
        Knowledge.Recommendations.Urgency.Critical => new("critical", "重大"),
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, "Add the new urgency to BookPhrases."),
    };

    public static LocalizedText Of(Knowledge.Patients.Route route) => route switch
    {
        Knowledge.Patients.Route.Oral => new("oral", "経口"),
        Knowledge.Patients.Route.Intravenous => new("intravenous", "静注"),
        Knowledge.Patients.Route.Subcutaneous => new("subcutaneous", "皮下注"),
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Add the new route to BookPhrases."),
    };
}
