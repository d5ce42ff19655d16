using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Localization;

/// <summary>Words about orders that could not be judged, and about drugs that no rule covers.</summary>
internal static class UnjudgedPhrases
{
    public static LocalizedText RuleTitle { get; } = new("Orders that could not be judged", "判定できなかったオーダー");

    public static LocalizedText UnidentifiedSummary { get; } = new(
        "{count} order(s) could not be identified and were not checked: {orders}", "特定できず照合していないオーダー{count}件：{orders}");

    public static LocalizedText DoseSummary { get; } = new("Not judged, please check: {orders}", "判定できないため要確認：{orders}");

    public static LocalizedText Explanation { get; } = new(
        "These orders, or parts of them, could not be read. Nothing was found in them, and nothing was ruled out: please check them by hand.",
        "次のオーダーは全部または一部を読み取れず、問題の有無を判定していない。目視で確認する。");

    public static LocalizedText Nameless { get; } = new("an order without a name", "名称のないオーダー");

    public static LocalizedText UnidentifiedLine { get; } = new("{order}: not identified ({reason}); no rule was applied", "{order}：特定できない（{reason}）。照合は行っていない");

    public static LocalizedText UnjudgedLine { get; } = new("{drug} {dose}: {reasons}", "{drug} {dose}：{reasons}");

    public static LocalizedText LimitLine { get; } = new("; for this patient: {limits}", "。この患者では：{limits}");

    public static LocalizedText NotCoveredSummary { get; } = new("No rule here covers {drug}; follow its label", "{drug}に関する規則は本サービスになし。添付文書に従う");

    public static LocalizedText CoveredInPartSummary { get; } = new("Rules here cover {drug} in part only; for the rest follow its label", "{drug}に関する本サービスの規則は一部のみ。その他は添付文書に従う");

    public static LocalizedText CoveredInPartExplanation { get; } = new(
        "Rules of this service cover this treatment in part. For the rest label and local protocol apply.",
        "この治療のうち本サービスの規則が扱うのは一部である。その他は添付文書と院内手順に従う。");

    public static LocalizedText NotCoveredLine { get; } = new("{drug}: not judged here are {what}.", "{drug}：このサービスでは判定しない（{what}）。");

    public static LocalizedText NotCoveredExplanation { get; } = new(
        "The documents behind this service give no rule for this treatment. Label and local protocol apply.", "この治療について、本サービスの典拠文書に規則はない。添付文書と院内手順に従う。");

    /// <summary>Why an order could not be identified.</summary>
    public static LocalizedText Of(UnidentifiedReason reason) => reason switch
    {
        UnidentifiedReason.NoDrug => new("it names no drug", "薬剤の記載がない"),
        UnidentifiedReason.UnknownCode => new("its code or text is not known here", "コード・名称が未登録"),
        UnidentifiedReason.MissingMedication => new("the Medication it refers to was not sent", "参照先の薬剤情報が送られていない"),
        UnidentifiedReason.Damaged => new("it is damaged", "データが破損している"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Add the new reason to UnjudgedPhrases."),
    };

    /// <summary>What of an order could not be read.</summary>
    public static LocalizedText Of(UnreadPart part) => part switch
    {
        UnreadPart.Strength => new("strength of the product not known, dose not judged", "規格（含量）が不明のため用量は判定できない"),
        UnreadPart.DoseUnit => new("unit of the dose not known or contradictory, dose not judged", "用量の単位が不明または矛盾するため判定できない"),
        UnreadPart.Dose => new("dose not readable as an amount, not judged", "用量を数値として読み取れないため判定できない"),
        UnreadPart.Timing => new("how often it is given could not be read, not judged", "投与頻度を読み取れないため判定できない"),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Add the new part to UnjudgedPhrases."),
    };
}
