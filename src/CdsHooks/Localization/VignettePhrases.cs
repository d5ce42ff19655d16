namespace Cds.CdsHooks.Localization;

/// <summary>Words about the test vignettes of a rule.</summary>
internal static class VignettePhrases
{
    public static LocalizedText Vignettes { get; } = new("Test vignettes", "検証用症例");

    public static LocalizedText VignettesUnreadable { get; } = new("The vignettes do not fit this knowledge and were not run.", "検証用症例がこの知識と合わないため実行していない。");

    public static LocalizedText VignettesPassed { get; } = new("Test vignettes: {passed} of {count} as expected", "検証用症例：{count}例中{passed}例が期待どおり");

    public static LocalizedText Vignette { get; } = new("vignette", "症例");

    public static LocalizedText Result { get; } = new("result", "結果");

    public static LocalizedText AsExpected { get; } = new("as expected", "期待どおり");

    public static LocalizedText Differs { get; } = new("differs", "期待と異なる");

    public static LocalizedText ExpectedAnswer { get; } = new("expected answer", "期待する回答");

    public static LocalizedText Born { get; } = new("born {date}", "{date}生まれ");

    public static LocalizedText Allergy { get; } = new("allergy to {drug}", "{drug}アレルギー");

    public static LocalizedText Ordered { get; } = new("being ordered: {what}", "オーダー作成中：{what}");

    public static LocalizedText NotAnswered { get; } = new("does not apply", "該当しない");

    public static LocalizedText Open { get; } = new("undetermined: {values}", "未確定：{values}");

    public static LocalizedText None { get; } = new("nothing", "なし");

    /// <summary>A status of a recommendation.</summary>
    public static LocalizedText Of(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Due => new("due", "該当"),
        RecommendationStatus.Satisfied => new("done", "実施済み"),
        RecommendationStatus.Indeterminate => new("open", "情報不足"),
        RecommendationStatus.NotApplicable => new("does not apply", "該当しない"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Add the new status to VignettePhrases."),
    };
}
