namespace Cds.CdsHooks.Localization;

/// <summary>Words of the one-page summary of a patient.</summary>
internal static class SummaryPhrases
{
    public static LocalizedText Print { get; } = new("Print", "印刷");

    public static LocalizedText Stated { get; } = new("{subject}, as of {date}", "{subject}（{date}時点）");

    public static LocalizedText Due { get; } = new("Due, and why", "該当する推奨とその理由");
}
