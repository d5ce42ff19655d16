namespace Cds.CdsHooks.Localization;

/// <summary>Words of the start page and of trying a patient.</summary>
internal static class StartPhrases
{
    public static LocalizedText What { get; } = new(
        "A CDS Hooks service for multiple myeloma and related plasma-cell disorders. An EHR sends a patient's FHIR data and gets back cards: stage and risk, treatment, "
        + "prophylaxis, and what is still missing, each with its reasons and its place in the guideline.",
        "多発性骨髄腫と関連する形質細胞疾患のためのCDS Hooksサービスである。電子カルテから患者のFHIRデータを受け取り、病期・リスク、治療、予防、不足している情報を、"
        + "理由とガイドライン上の根拠とともにカードで返す。");

    public static LocalizedText State { get; } = new("State of the service", "サービスの状態");

    public static LocalizedText Ready { get; } = new("ready", "正常");

    public static LocalizedText NotReady { get; } = new("not ready: {faults}", "利用不可：{faults}");

    public static LocalizedText Degraded { get; } = new("ready, but the changed local knowledge was rejected ({count} defects; see the log)", "稼働中。変更された施設知識は不備{count}件のため未適用（ログ参照）");

    public static LocalizedText Versions { get; } = new("Service {service} · knowledge {knowledge} · CDS Hooks 2.0.1 · FHIR R4", "サービス {service} · 知識ベース {knowledge} · CDS Hooks 2.0.1 · FHIR R4");

    public static LocalizedText Sources { get; } = new("What the knowledge rests on", "知識の典拠");

    public static LocalizedText Links { get; } = new("Where to go", "リンク");

    public static LocalizedText Discovery { get; } = new("CDS Hooks discovery, for an EHR", "CDS Hooksディスカバリー（電子カルテ用）");

    public static LocalizedText ApiDescription { get; } = new("API description (OpenAPI)", "API仕様（OpenAPI）");

    public static LocalizedText Readiness { get; } = new("Readiness, for monitoring", "稼働確認（監視用）");

    public static LocalizedText KnowledgeAsData { get; } = new("The knowledge as data", "知識（データ形式）");

    public static LocalizedText Book { get; } = new("Knowledge book: every rule with its source", "ナレッジブック：すべての規則と出典");

    public static LocalizedText Try { get; } = new("Try a patient", "患者で試す");

    public static LocalizedText TryHelp { get; } = new(
        "The cards that a clinician would see on opening the chart. Nothing is stored.", "カルテを開いたときに表示されるカードを確認できる。データは保存されない。");

    public static LocalizedText Sample { get; } = new("Synthetic patient", "架空の患者");

    public static LocalizedText Show { get; } = new("Show the cards", "カードを表示");

    public static LocalizedText Paste { get; } = new("Paste a FHIR R4 Bundle with one Patient", "患者1名分のFHIR R4 Bundleを貼り付け");

    public static LocalizedText AsOf { get; } = new("Date asked about (empty: now)", "判定日（空欄：現在）");

    public static LocalizedText PasteNeedsToken { get; } = new(
        "Pasting a patient is switched off here, because clients have to sign in; POST /assessments takes a Bundle with a token.",
        "このサービスは認証が必要なため、貼り付けは利用できない。トークン付きのPOST /assessmentsでBundleを送信する。");

    public static LocalizedText SyntheticOnly { get; } = new("Use synthetic data on a service that others can reach.", "他者がアクセスできる環境では架空のデータを使用する。");

    public static LocalizedText NothingPasted { get; } = new("Nothing was pasted.", "何も貼り付けられていない。");

    public static LocalizedText NoForm { get; } = new("The form could not be read.", "フォームを読み取れなかった。");

    public static LocalizedText NoSuchSample { get; } = new("There is no such sample patient.", "このサンプル患者はない。");

    public static LocalizedText CardsOf { get; } = new("Cards as of {date}: {count}", "{date}時点のカード：{count}件");

    public static LocalizedText NoCards { get; } = new(
        "No card: nothing in the rules is due for this patient. That does not mean that nothing is to be done.", "カードなし：この患者に該当する規則はない。何もしなくてよいという意味ではない。");

    public static LocalizedText RawBundle { get; } = new("The patient as FHIR", "この患者のFHIRデータ");

    public static LocalizedText Suggestions { get; } = new("Suggestions", "提案");

    public static LocalizedText Overrides { get; } = new("Reasons to set the card aside", "対応しない理由");

    public static LocalizedText Place { get; } = new("at {path}", "箇所：{path}");

    /// <summary>How urgent a card is.</summary>
    public static LocalizedText Of(Urgency urgency) => RulePhrases.Of(urgency).Capitalised;

    /// <summary>A part of the service that does not work.</summary>
    public static LocalizedText Fault(string fault) => fault switch
    {
        "knowledge" => new("the knowledge base", "知識ベース"),
        "store" => new("the store of records", "記録の保存先"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Add the new fault to StartPhrases."),
    };
}
