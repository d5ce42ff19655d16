namespace Cds.CdsHooks.Localization;

/// <summary>Words about a rule: whom it applies to, how urgent it is, what can be wrong with an order.</summary>
internal static class RulePhrases
{
    public static LocalizedText Conditions { get; } = new("Conditions ({count})", "条件（{count}件）");

    public static LocalizedText Values { get; } = new("Values", "とりうる値");

    public static LocalizedText Grade { get; } = new("Grade of recommendation", "推奨グレード");

    public static LocalizedText EvidenceLevel { get; } = new("Evidence level", "エビデンスレベル");

    public static LocalizedText Internal { get; } = new("Serves other rules only; not part of an answer.", "他の規則のための内部判定であり、回答には表示されない。");

    public static LocalizedText AppliesTo { get; } = new("Applies to", "対象");

    public static LocalizedText DoneWhen { get; } = new("Done when", "実施済みとみなす条件");

    public static LocalizedText Information { get; } = new("Information", "情報");

    public static LocalizedText Urgency { get; } = new("Urgency of the card", "カードの緊急度");

    public static LocalizedText UrgencyOtherwise { get; } = new("otherwise {urgency}", "それ以外：{urgency}");

    public static LocalizedText OrderRule { get; } = new("Looks at orders while they are written.", "オーダー作成時に確認する規則。");

    public static LocalizedText CaseTable { get; } = new("What can be wrong with an order", "オーダーの問題点");

    public static LocalizedText Finding { get; } = new("finding", "指摘");

    public static LocalizedText Of(Knowledge.Recommendations.Urgency urgency) => urgency switch
    {
        Knowledge.Recommendations.Urgency.Info => new("information", "情報"),
        Knowledge.Recommendations.Urgency.Warning => new("warning", "警告"),
        Knowledge.Recommendations.Urgency.Critical => new("critical", "重大"),
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, "Add the new urgency to RulePhrases."),
    };
}
