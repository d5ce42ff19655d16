using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Localization;

/// <summary>Sentences of the companion.</summary>
internal static class CompanionPhrases
{
    public static LocalizedText TooManyOpen { get; } = new("As many patients are open as may be. Try again in a minute.", "同時に開ける患者数の上限に達した。1分後に再試行する。");
}
