namespace Cds.CdsHooks.Limits;

/// <summary>Sentences for callers who meet a limit of the service.</summary>
internal static class LimitPhrases
{
    public static LocalizedText Overloaded { get; } = new(
        "The service has as much work as it can hold; the Retry-After header says when to try again.",
        "処理できる上限に達しています。Retry-Afterヘッダーの秒数を待って再試行してください。");

    public static LocalizedText TookTooLong { get; } = new(
        "The answer took longer than is allowed; the Retry-After header says when to try again.",
        "回答の作成が制限時間を超えました。Retry-Afterヘッダーの秒数を待って再試行してください。");

    public static LocalizedText TooManyRecords { get; } = new(
        "The patient has more records than are evaluated at once ({limit}). Send fewer: the last years, or only the resource types that are asked for.",
        "この患者の記録は一度に評価できる件数（{limit}件）を超えています。直近の年の記録、または求められたリソースだけに絞って送信してください。");
}
