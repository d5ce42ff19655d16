namespace Cds.CdsHooks.Localization;

/// <summary>Words with which the companion explains an answer.</summary>
internal static class WhyPhrases
{
    public static LocalizedText Why { get; } = new("Why", "判断の理由");

    public static LocalizedText Close { get; } = new("Close", "閉じる");

    public static LocalizedText Facts { get; } = new("Facts", "根拠となったデータ");

    public static LocalizedText WhatIf { get; } = new("What if", "仮の値");

    public static LocalizedText Suppose { get; } = new("Suppose", "この値で判定");

    public static LocalizedText DecisionTable { get; } = new("The rule, with what holds", "規則と該当の有無");

    public static LocalizedText Failed { get; } = new("Criteria that fail", "満たさない基準");

    public static LocalizedText WouldDecide { get; } = new("It would decide between {values}.", "得られれば確定する：{values}。");

    public static LocalizedText WouldDecideDue { get; } = new("It would decide whether this is due.", "得られれば、該当するかどうかが決まる。");

    public static LocalizedText WouldAdjust { get; } = new("It would change how urgent this is, or settle a dose.", "得られれば、緊急度または用量が決まる。");

    public static LocalizedText Undetermined { get; } = new("undetermined", "判定不能");

    public static LocalizedText Open { get; } = new("{values} (open)", "{values}（未確定）");

    public static LocalizedText None { get; } = new("none", "なし");

    public static LocalizedText AllOptions { get; } = new("All options", "すべての選択肢");

    public static LocalizedText LeftOut { get; } = new("Left out: {count}", "除外した選択肢：{count}件");

    public static LocalizedText InTheBook { get; } = new("This rule in the knowledge book", "ナレッジブックでこの規則を見る");

    public static LocalizedText Notes { get; } = new("Data that were not read or not used", "読み取れなかった・利用しなかったデータ");

    public static LocalizedText NotesCount { get; } = new("Data that were not read or not used: {count}", "読み取れなかった・利用しなかったデータ：{count}件");

    public static LocalizedText Holds { get; } = new("holds", "該当");

    public static LocalizedText DoesNotHold { get; } = new("does not hold", "非該当");

    public static LocalizedText Unknown { get; } = new("unknown", "不明");

    public static LocalizedText Due { get; } = new("due", "該当・未実施");

    public static LocalizedText Satisfied { get; } = new("done", "実施済み");

    public static LocalizedText Indeterminate { get; } = new("cannot be decided yet", "判定保留");

    public static LocalizedText NotApplicable { get; } = new("does not apply", "該当しない");

    /// <summary>Whether a condition holds.</summary>
    public static LocalizedText Of(Truth truth) => truth switch
    {
        Truth.True => Holds,
        Truth.False => DoesNotHold,
        Truth.Unknown => Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(truth), truth, "Add the new truth to WhyPhrases."),
    };

    /// <summary>Status of a recommendation.</summary>
    public static LocalizedText Of(RecommendationStatus status) => status switch
    {
        RecommendationStatus.Due => Due,
        RecommendationStatus.Satisfied => Satisfied,
        RecommendationStatus.Indeterminate => Indeterminate,
        RecommendationStatus.NotApplicable => NotApplicable,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Add the new status to WhyPhrases."),
    };

    /// <summary>What the missing facts of a recommendation would change.</summary>
    public static LocalizedText WouldChange(RecommendationStatus status) => status == RecommendationStatus.Indeterminate ? WouldDecideDue : WouldAdjust;
}
