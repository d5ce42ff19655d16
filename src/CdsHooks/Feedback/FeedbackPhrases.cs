namespace Cds.CdsHooks.Feedback;

/// <summary>Sentences about feedback.</summary>
internal static class FeedbackPhrases
{
    public static LocalizedText ArrayExpected { get; } = new("A JSON array is expected here.", "ここにはJSON配列が必要です。");

    public static LocalizedText UnknownOutcome { get; } = new("outcome is accepted or overridden.", "outcomeはacceptedまたはoverriddenです。");

    public static LocalizedText UnreadableTime { get; } = new(
        "outcomeTimestamp is a date-time with offset between 1970 and 2999, for example 2026-11-20T08:15:30Z.",
        "outcomeTimestampは2026-11-20T08:15:30Zのようにオフセット付きの日時（1970年から2999年まで）で指定してください。");

    public static LocalizedText SuggestionsMissing { get; } = new(
        "accepted names at least one suggestion: [{ \"id\": ... }].", "acceptedの場合は提案のidを1件以上指定してください。");

    public static LocalizedText TooLong { get; } = new("At most {limit} characters are taken here.", "ここに指定できるのは{limit}文字までです。");

    public static LocalizedText NotStored { get; } = new(
        "The feedback could not be stored. Please send it again later.", "フィードバックを保存できませんでした。時間をおいて再送してください。");
}
