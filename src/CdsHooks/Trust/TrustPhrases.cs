namespace Cds.CdsHooks.Trust;

/// <summary>Sentences for callers that are not let in.</summary>
internal static class TrustPhrases
{
    public static LocalizedText Unauthorized { get; } = new(
        "A valid bearer token of a registered client is needed.", "登録済みクライアントの有効なBearerトークンが必要です。");

    public static LocalizedText Forbidden { get; } = new("This client may not call this service.", "このクライアントはこのサービスを利用できません。");

    public static LocalizedText TooManyRequests { get; } = new(
        "This client calls more often than agreed; the Retry-After header says when to try again.",
        "呼び出しが取り決めの回数を超えています。Retry-Afterヘッダーの秒数を待って再試行してください。");
}
