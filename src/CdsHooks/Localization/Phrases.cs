namespace Cds.CdsHooks.Localization;

/// <summary>Sentences of the service itself, problems with requests first. What the documents say comes from the knowledge base.</summary>
internal static class Phrases
{
    public static LocalizedText EmptyBody { get; } = new("The body is empty; JSON is expected.", "本文が空です。JSONが必要です。");

    public static LocalizedText ByteOrderMark { get; } = new(
        "The body begins with a byte order mark; JSON is sent as UTF-8 without one.",
        "本文がバイト順マークで始まっています。JSONはマークなしのUTF-8で送ってください。");

    public static LocalizedText InvalidUtf8 { get; } = new("The body is not valid UTF-8.", "本文が正しいUTF-8ではありません。");

    public static LocalizedText LoneSurrogate { get; } = new(
        "A string escapes half of a surrogate pair, which is no character.",
        "文字列にサロゲートペアの片方だけのエスケープがあり、文字として読めません。");

    public static LocalizedText MalformedJson { get; } = new(
        "The body stops being JSON at line {line}, byte {byte}.",
        "本文は{line}行目{byte}バイト目からJSONとして読めません。");

    public static LocalizedText DuplicateMember { get; } = new(
        "This member stands in its object before; which of the two is meant cannot be known.",
        "同じオブジェクトにこのメンバーがすでにあり、どちらが正しいか判断できません。");

    public static LocalizedText TooDeep { get; } = new("Nesting goes deeper than {limit} levels.", "入れ子が{limit}段を超えています。");

    public static LocalizedText BodyTooLarge { get; } = new("The body is larger than {limit} bytes.", "本文が{limit}バイトを超えています。");

    public static LocalizedText InternalError { get; } = new(
        "The service failed. Please quote the id {id} when reporting it.",
        "サービス内部で障害が発生しました。お問い合わせの際は番号 {id} をお知らせください。");

    public static LocalizedText UnknownLanguage { get; } = new("Languages are en and ja.", "利用できる言語は en と ja です。");

    public static LocalizedText InvalidAsOf { get; } = new(
        "asOf is a date (2026-11-20) or a date-time (2026-11-20T14:30:00+09:00), given once, between the years 1900 and 2200.",
        "asOfは日付（2026-11-20）または日時（2026-11-20T14:30:00+09:00）を一度だけ、1900年から2200年の範囲で指定してください。");

    public static LocalizedText InvalidExplain { get; } = new("explain can only be all.", "explainに指定できるのはallだけです。");

    public static LocalizedText InvalidValidate { get; } = new("validate is true or false, given once.", "validateはtrueまたはfalseを一度だけ指定してください。");

    public static LocalizedText ObjectExpected { get; } = new("A JSON object is expected here.", "ここにはJSONオブジェクトが必要です。");

    public static LocalizedText StringExpected { get; } = new(
        "A non-empty string is expected here.", "ここには空でない文字列が必要です。");

    public static LocalizedText MemberMissing { get; } = new("{member} is required.", "{member} は必須です。");

    public static LocalizedText HookInstanceIsNoUuid { get; } = new("hookInstance has to be a UUID.", "hookInstanceはUUIDでなければなりません。");

    public static LocalizedText HookMismatch { get; } = new(
        "This service answers the hook {hook} and no other.", "このサービスが応答するフックは {hook} だけです。");

    public static LocalizedText FhirServerIsNoUrl { get; } = new(
        "fhirServer has to be an absolute http or https URL.", "fhirServerはhttpまたはhttpsの絶対URLでなければなりません。");

    public static LocalizedText AuthorizationWithoutServer { get; } = new(
        "fhirAuthorization needs fhirServer beside it.", "fhirAuthorizationを送る場合はfhirServerも必要です。");

    public static LocalizedText PatientIdIsNoId { get; } = new(
        "context.patientId is the bare id of the Patient, without a resource type.",
        "context.patientIdにはリソースタイプを付けず、Patientのidだけを指定してください。");

    public static LocalizedText UserIdIsNoReference { get; } = new(
        "context.userId has the form Type/id, for example Practitioner/123.",
        "context.userIdは「Practitioner/123」のような「タイプ/id」の形で指定してください。");

    public static LocalizedText PrefetchIsNoResource { get; } = new(
        "A prefetch value is a FHIR resource, a Bundle, an OperationOutcome or null.",
        "prefetchの値はFHIRリソース、Bundle、OperationOutcome、またはnullです。");

    public static LocalizedText NeitherPatientNorCondition { get; } = new(
        "Neither the patient nor the problem list is known: the prefetch keys 'patient' and 'conditions' were not sent or could not be used, and could "
        + "not be read from a FHIR server.",
        "患者情報も病名一覧も得られません。prefetchの 'patient' と 'conditions' が送られていないか利用できず、FHIRサーバーからも取得できませんでした。");

    public static LocalizedText UnknownPrefetchKeys { get; } = new(
        "prefetch keys that this service does not ask for were sent and not read: {keys}", "このサービスが求めていないprefetchキーが送られたため、読み取っていません：{keys}");

    public static LocalizedText NoSuchDocument { get; } = new(
        "The knowledge base has no such document; /knowledge lists them.", "知識ベースにこの文書はありません。/knowledge に一覧があります。");

    public static LocalizedText NoSuchRule { get; } = new(
        "The knowledge base has no such entry; /knowledge lists them.", "知識ベースにこの項目はありません。/knowledge に一覧があります。");

    /// <summary>What a status means when nothing more is known.</summary>
    public static LocalizedText ForStatus(int status) => status switch
    {
        401 => new("A valid bearer token is needed.", "有効なBearerトークンが必要です。"),
        403 => new("This is not allowed.", "許可されていません。"),
        429 => new("Too many calls; the Retry-After header says when to try again.", "呼び出しが多すぎます。Retry-Afterヘッダーの秒数を待ってください。"),
        503 => new("The service cannot answer at present.", "現在、応答できません。"),
        404 => new("Nothing is served at this address.", "このアドレスでは何も提供していません。"),
        405 => new("This address answers other methods; the Allow header names them.", "このアドレスは別のメソッドに対応しています。Allowヘッダーを参照してください。"),
        408 => new("The body did not arrive in time.", "本文が時間内に届きませんでした。"),
        413 => new("The body is larger than the limit.", "本文が上限を超えています。"),
        415 => new("application/json or application/fhir+json in UTF-8 is read here.", "UTF-8のapplication/jsonまたはapplication/fhir+jsonを送ってください。"),
        _ => new("The request could not be understood.", "リクエストを解釈できませんでした。"),
    };
}
