using Cds.Knowledge.Approvals;

namespace Cds.CdsHooks.Localization;

/// <summary>Words for what stands beside the documents.</summary>
internal static class ModulePhrases
{
    public static LocalizedText Beyond { get; } = new("beyond the JSH guideline", "JSHガイドライン以外");

    public static LocalizedText Marked { get; } = new("{work} (beyond the JSH guideline)", "{work}（JSHガイドライン以外）");

    /// <summary>A title marked; where it ends in brackets the mark stands in them.</summary>
    public static LocalizedText MarkedInBrackets(LocalizedText title) => new(
        title.En.EndsWith(')') ? $"{title.En[..^1]}, {Beyond.En})" : $"{title.En} ({Beyond.En})", title.Ja.EndsWith('）') ? $"{title.Ja[..^1]}、{Beyond.Ja}）" : $"{title.Ja}（{Beyond.Ja}）");

    public static LocalizedText Heading { get; } = new("Beyond the documents", "文書以外の知識（モジュール）");

    public static LocalizedText Module { get; } = new("Module", "モジュール");

    public static LocalizedText Introduction { get; } = new(
        "Modules are dated and stand beside the documents. They inform; they change no option of the documents' recommendations, and a site can switch each off.",
        "モジュールは日付をもち、文書と並べて示す。情報提供のみで、文書の推奨の選択肢は変えない。施設の設定で個別に無効にできる。");

    public static LocalizedText SpeaksFrom { get; } = new("It speaks from {date}.", "{date}からの内容。");

    public static LocalizedText HoldsIn { get; } = new("It holds in: {places}.", "対象地域：{places}。");

    public static LocalizedText BesideLabel { get; } = new("Beyond the JSH guideline: module {module}.", "JSHガイドライン以外の情報：モジュール「{module}」。");

    public static LocalizedText Of(Certainty certainty) => certainty switch
    {
        Certainty.Read => new("Its numbers were read in the primary text or its abstract.", "数値は原典またはその抄録で確認した。"),
        Certainty.Secondary => new("Its numbers were seen in reports about the source only.", "数値は原典を紹介する二次資料による。"),
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, "Add the new certainty to ModulePhrases."),
    };
}
