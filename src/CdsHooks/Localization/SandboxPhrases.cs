namespace Cds.CdsHooks.Localization;

/// <summary>Words of the sandbox.</summary>
internal static class SandboxPhrases
{
    public static LocalizedText Title { get; } = new("Sandbox", "サンドボックス");

    public static LocalizedText Help { get; } = new(
        "Call the services as an EHR does: the call is written from the open patient or names a FHIR server; the browser sends it. Hooks answer for today.",
        "電子カルテと同じようにサービスを呼び出す。開いている患者から要求を作成するか、FHIRサーバーを指定し、ブラウザーから送信する。フックは本日の時点で回答する。");

    public static LocalizedText Call { get; } = new("The call", "呼び出し");

    public static LocalizedText OtherPatient { get; } = new("Choose another patient", "別の患者を選ぶ");

    public static LocalizedText NoneOpen { get; } = new("No patient is open.", "患者が開かれていない。");

    public static LocalizedText Choose { get; } = new("Choose a patient", "患者を選ぶ");

    public static LocalizedText Sample { get; } = new("A synthetic patient", "架空の患者");

    public static LocalizedText OpenServer { get; } = new("A patient on an open FHIR server", "公開FHIRサーバーの患者");

    public static LocalizedText ServerAddress { get; } = new("Address of the server", "サーバーのアドレス");

    public static LocalizedText PatientId { get; } = new("Id of the patient", "患者ID");

    public static LocalizedText OpenServerHelp { get; } = new(
        "The service reads the data itself, from servers that its configuration allows (Cds:FhirAccess:Servers).",
        "データはサービスが自ら読み取る。設定（Cds:FhirAccess:Servers）で許可されたサーバーに限る。");

    public static LocalizedText Hook { get; } = new("Hook", "フック");

    public static LocalizedText Orders { get; } = new("Orders being written (order hooks)", "作成中のオーダー（オーダーフック用）");

    public static LocalizedText Unit { get; } = new("unit", "単位");

    public static LocalizedText Product { get; } = new("product as named", "製品名");

    public static LocalizedText Fire { get; } = new("Send", "送信");

    public static LocalizedText NeedsScript { get; } = new("Sending a call needs JavaScript.", "送信にはJavaScriptが必要である。");

    public static LocalizedText Answer { get; } = new("The answer", "回答");

    public static LocalizedText NotYet { get; } = new("Nothing was sent yet.", "まだ送信していない。");

    public static LocalizedText Raw { get; } = new("As sent and received", "送受信データ");

    public static LocalizedText Curl { get; } = new("Copy as curl", "curlとしてコピー");

    public static LocalizedText Copied { get; } = new("copied", "コピー済み");

    public static LocalizedText Request { get; } = new("Request", "要求");

    public static LocalizedText Response { get; } = new("Response", "応答");

    public static LocalizedText Read { get; } = new("What of the record was read", "データの読み取り結果");

    public static LocalizedText MapReport { get; } = new("Read, left out, codes without a meaning", "読み取り・除外・意味のないコード");

    public static LocalizedText Issues { get; } = new("Not valid FHIR R4: {count}", "FHIR R4として不適合：{count}件");

    public static LocalizedText NoIssues { get; } = new("Every element has the form that FHIR R4 gives it.", "すべての要素がFHIR R4の形式に適合する。");

    public static LocalizedText NoCards { get; } = new("The answer has no cards; see it below as received.", "回答にカードがない。受信データは下に示す。");

    public static LocalizedText Accept { get; } = new("Accept", "採用");

    public static LocalizedText Preview { get; } = new("Preview of the resource", "リソースのプレビュー");

    public static LocalizedText Comment { get; } = new("comment", "コメント");

    public static LocalizedText Override { get; } = new("Set aside", "対応しない");

    public static LocalizedText FeedbackSent { get; } = new("Feedback sent", "フィードバック送信済み");

    public static LocalizedText FeedbackFailed { get; } = new("Feedback was refused", "フィードバックは受け付けられなかった");

    public static LocalizedText NoSuchService { get; } = new("There is no such service.", "このサービスは存在しない。");

    public static LocalizedText NoPatient { get; } = new("A patient is needed: open one, or name a server and an id.", "患者が必要である。患者を開くか、サーバーとIDを指定する。");

    public static LocalizedText NoServer { get; } = new("The address of the FHIR server is not absolute.", "FHIRサーバーのアドレスが絶対URLではない。");

    public static LocalizedText NoSuchDrug { get; } = new("There is no such drug.", "この薬剤は存在しない。");

    public static LocalizedText TooManyOrders { get; } = new("At most {limit} orders can be written at once.", "一度に作成できるオーダーは{limit}件まで。");

    public static LocalizedText NoDose { get; } = new("The dose has to be a number.", "用量は数値で指定する。");
}
