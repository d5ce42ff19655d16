using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Limits;

/// <summary>Sentences for callers who meet a limit of the service.</summary>
internal static class LimitPhrases
{
    public static LocalizedText Overloaded { get; } = new(
        "The service has as much work as it can hold; the Retry-After header says when to try again.",
        "処理できる上限に達しています。Retry-Afterヘッダーの秒数を待って再試行してください。");
}
