namespace Cds.CdsHooks.Errors;

/// <summary>
/// A kind of problem that a caller can meet. The slug is the stable end of the problem <c>type</c>; the issue code is that of FHIR's
/// IssueType for the same problem in an OperationOutcome.
/// </summary>
/// <param name="Slug">Stable name, kebab case.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="IssueCode">FHIR issue type.</param>
/// <param name="Title">What kind of problem it is, the same for every occurrence.</param>
public sealed record ProblemKind(string Slug, int Status, string IssueCode, LocalizedText Title)
{
    /// <summary>Start of the <c>type</c> of every problem.</summary>
    public const string TypeBase = "https://myeloma-cds.example.org/problems/";

    /// <summary>Not readable as JSON.</summary>
    public static ProblemKind MalformedJson { get; } = new("malformed-json", 400, "structure",
        new("The body is not well-formed JSON.", "本文が正しいJSONではありません。"));

    /// <summary>The same member twice.</summary>
    public static ProblemKind DuplicateMember { get; } = new("duplicate-member", 400, "structure",
        new("A JSON object has the same member twice.", "JSONオブジェクトに同じメンバーが重複しています。"));

    /// <summary>Nested too deeply.</summary>
    public static ProblemKind TooDeep { get; } = new("too-deeply-nested", 400, "too-costly",
        new("The body is nested too deeply.", "本文の入れ子が深すぎます。"));

    /// <summary>A required member is not there.</summary>
    public static ProblemKind MissingMember { get; } = new("missing-member", 400, "required",
        new("A required member is missing.", "必須のメンバーがありません。"));

    /// <summary>A member has the wrong type or content.</summary>
    public static ProblemKind InvalidMember { get; } = new("invalid-member", 400, "value",
        new("A member has a value that is not allowed.", "メンバーの値が正しくありません。"));

    /// <summary>The hook is another than the service's.</summary>
    public static ProblemKind HookMismatch { get; } = new("hook-mismatch", 400, "not-supported",
        new("The hook does not belong to this service.", "フックがこのサービスのものではありません。"));

    /// <summary>The body is JSON but no usable FHIR.</summary>
    public static ProblemKind InvalidResource { get; } = new("invalid-resource", 400, "invalid",
        new("The FHIR content cannot be used.", "FHIRの内容を利用できません。"));

    /// <summary>A query parameter is wrong.</summary>
    public static ProblemKind InvalidParameter { get; } = new("invalid-parameter", 400, "value",
        new("A query parameter has a value that is not allowed.", "クエリパラメーターの値が正しくありません。"));

    /// <summary>Refused by the web server before the application understood it.</summary>
    public static ProblemKind BadRequest { get; } = new("bad-request", 400, "invalid",
        new("The request cannot be understood.", "リクエストを解釈できません。"));

    /// <summary>No valid token.</summary>
    public static ProblemKind Unauthorized { get; } = new("unauthorized", 401, "login",
        new("The caller has to sign in.", "認証が必要です。"));

    /// <summary>A known client that may not do this.</summary>
    public static ProblemKind Forbidden { get; } = new("forbidden", 403, "forbidden",
        new("The caller may not do this.", "この操作は許可されていません。"));

    /// <summary>No such address.</summary>
    public static ProblemKind NotFound { get; } = new("not-found", 404, "not-found",
        new("There is nothing at this address.", "このアドレスには何もありません。"));

    /// <summary>The address knows other methods.</summary>
    public static ProblemKind MethodNotAllowed { get; } = new("method-not-allowed", 405, "not-supported",
        new("This address does not answer this method.", "このアドレスはこのメソッドに対応していません。"));

    /// <summary>The body took too long.</summary>
    public static ProblemKind Timeout { get; } = new("request-timeout", 408, "timeout",
        new("The request took too long to arrive.", "リクエストの受信に時間がかかりすぎました。"));

    /// <summary>Patient data that a service cannot do without are not there.</summary>
    public static ProblemKind MissingPatientData { get; } = new("missing-patient-data", 412, "required",
        new("Required patient data could not be obtained.", "必要な患者データを取得できませんでした。"));

    /// <summary>The body is too large.</summary>
    public static ProblemKind TooLarge { get; } = new("body-too-large", 413, "too-long",
        new("The body is too large.", "本文が大きすぎます。"));

    /// <summary>More records of a patient than are evaluated at once.</summary>
    public static ProblemKind TooManyRecords { get; } = new("too-many-records", 413, "too-costly",
        new("There are too many records.", "記録の件数が多すぎます。"));

    /// <summary>Not a media type that the address reads.</summary>
    public static ProblemKind UnsupportedMediaType { get; } = new("unsupported-media-type", 415, "not-supported",
        new("The body has a media type that is not read here.", "本文のメディアタイプに対応していません。"));

    /// <summary>More calls than agreed.</summary>
    public static ProblemKind TooManyRequests { get; } = new("too-many-requests", 429, "throttled",
        new("The caller calls too often.", "呼び出しが多すぎます。"));

    /// <summary>Records cannot be written or read now.</summary>
    public static ProblemKind StoreUnavailable { get; } = new("store-unavailable", 503, "transient",
        new("The records cannot be used at present.", "現在、記録を利用できません。"));

    /// <summary>As much work as the service can hold.</summary>
    public static ProblemKind Overloaded { get; } = new("overloaded", 503, "throttled",
        new("The service has too much to do at present.", "現在、処理が集中しています。"));

    /// <summary>An EHR that a launch depends on does not answer, or not in a way that can be used.</summary>
    public static ProblemKind EhrUnavailable { get; } = new("ehr-unavailable", 502, "transient",
        new("The EHR cannot be used at present.", "現在、電子カルテを利用できません。"));

    /// <summary>A defect of the service.</summary>
    public static ProblemKind InternalError { get; } = new("internal-error", 500, "exception",
        new("The service failed; the failure is logged under the id given here.", "サービス内部で障害が発生しました。記録の番号を示します。"));

    /// <summary>Every kind, for the documentation and its test.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        MalformedJson, DuplicateMember, TooDeep, MissingMember, InvalidMember, HookMismatch, InvalidResource, InvalidParameter, BadRequest,
        Unauthorized, Forbidden, NotFound, MethodNotAllowed, Timeout, MissingPatientData, TooLarge, TooManyRecords, UnsupportedMediaType, TooManyRequests,
        StoreUnavailable, Overloaded, EhrUnavailable, InternalError,
    ];

    /// <summary>A problem of this kind that passes by itself.</summary>
    /// <param name="wait">When to try again.</param>
    /// <param name="detail">What is wrong with this request.</param>
    public RequestProblem After(TimeSpan wait, LocalizedText detail) => new(this, detail) { RetryAfter = wait };

    /// <summary>The kind that a bare status stands for.</summary>
    public static ProblemKind OfStatus(int status) => status switch
    {
        401 => Unauthorized,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => Timeout,
        412 => MissingPatientData,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        503 => StoreUnavailable,
        >= 500 => InternalError,
        _ => BadRequest with { Status = status },
    };
}
