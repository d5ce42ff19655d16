using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Localization;

/// <summary>Words of cards and pages that are not of any document.</summary>
internal static class CardPhrases
{
    public static LocalizedText ServiceName { get; } = new("Myeloma decision support", "骨髄腫診療支援");

    public static LocalizedText Why { get; } = new("Why", "根拠となったデータ");

    public static LocalizedText What { get; } = new("what", "項目");

    public static LocalizedText Value { get; } = new("value", "値");

    public static LocalizedText Date { get; } = new("date", "日付");

    public static LocalizedText Record { get; } = new("record", "出典リソース");

    public static LocalizedText Recorded { get; } = new("recorded", "記録あり");

    public static LocalizedText Present { get; } = new("present", "あり");

    public static LocalizedText Absent { get; } = new("absent", "なし");

    public static LocalizedText MoreRows { get; } = new("and {count} more", "ほか{count}件");

    public static LocalizedText Options { get; } = new("Options", "選択肢");

    public static LocalizedText Evidence { get; } = new("Evidence", "エビデンス");

    public static LocalizedText Disagreement { get; } = new("Please note: {text}.", "注意：{text}。");

    public static LocalizedText ToConfirm { get; } = new("To confirm", "確認すること");

    public static LocalizedText Missing { get; } = new("Missing", "不足している情報");

    public static LocalizedText Sources { get; } = new("Source", "出典");

    /// <summary>What follows belongs to it.</summary>
    public static LocalizedText Headed { get; } = new("{what}: ", "{what}：");

    public static LocalizedText Grade { get; } = new("grade {grade}", "推奨グレード {grade}");

    public static LocalizedText Graded { get; } = new("{what} ({grade})", "{what}（{grade}）");

    public static LocalizedText Versus { get; } = new("{result} against {other} with {comparator}", "{result}（対照 {comparator}：{other}）");

    public static LocalizedText Against { get; } = new(" (against {comparator})", "（対照：{comparator}）");

    public static LocalizedText DosePublication { get; } = new(
        "Dose from a work outside the guideline: {source}", "用量の出典はガイドライン以外の文献：{source}");

    public static LocalizedText DoseOpen { get; } = new(
        "No source gives the dose of {drug}; the prescriber has to choose it.",
        "{drug}の用量は典拠がないため、処方医が決める。");

    public static LocalizedText DoseNeeds { get; } = new(
        "The amount of {drug} cannot be worked out: {facts} not recorded.",
        "{facts}の記録がないため、{drug}の投与量を計算できない。");

    public static LocalizedText ByHand { get; } = new(
        "To be changed by hand (the order cannot be sent back changed)", "手動で変更（変更後のオーダーを返すことができない）");

    public static LocalizedText AlsoHolds { get; } = new("Holds too: {titles}.", "あわせて該当：{titles}。");

    public static LocalizedText RecommendedSuggestion { get; } = new("Recommended: {what}", "推奨：{what}");

    public static LocalizedText ByHandBrief { get; } = new("To be changed by hand: {change}", "手動で変更：{change}");

    public static LocalizedText RuleLink { get; } = new("Rule: {title}", "この判断の規則：{title}");

    public static LocalizedText DataProblems { get; } = new("Data that were not read or not used", "読み取れなかった・利用しなかったデータ");

    public static LocalizedText MoreCards { get; } = new("Also due, not shown: {titles}", "このほか該当するもの（表示省略）：{titles}");

    public static LocalizedText Staging { get; } = new("Stage and risk", "病期とリスク");

    public static LocalizedText StageUndetermined { get; } = new("{stage} undetermined", "{stage}は判定不能");

    public static LocalizedText StagePossible { get; } = new("{stage}: {values}", "{stage}：{values}");

    public static LocalizedText Or { get; } = new(" or ", "または");

    public static LocalizedText ListSeparator { get; } = new(", ", "、");

    public static LocalizedText MissingBrackets { get; } = new(" (missing: {facts})", "（不足：{facts}）");

    public static LocalizedText MissingSummary { get; } = new("Still missing for a decision: {facts}", "判断のためにまだ必要な情報：{facts}");

    public static LocalizedText NotObtained { get; } = new("not obtained: {keys}", "取得できなかったデータ：{keys}");

    public static LocalizedText MissingAdvice { get; } = new("Once on record, this can be decided: {titles}.", "得られれば次を判断できる：{titles}。");

    public static LocalizedText MissingAdviceEach { get; } = new("What each would decide once on record:", "得られれば判断できる事項：");

    public static LocalizedText ProblemsAdvice { get; } = new(
        "Advice may be missing or rest on a part of the record: see to the data named here.", "助言が欠けているか、記録の一部だけに基づく可能性がある。次のデータを確認。");

    public static LocalizedText AndMore { get; } = new("{facts} and {count} more", "{facts}ほか{count}項目");

    public static LocalizedText WouldDecide { get; } = new("would decide: {titles}", "判断できるようになるもの：{titles}");

    public static LocalizedText StillTaken { get; } = new("whether {drug} is still being given", "{drug}を現在も投与中かどうか");

    public static LocalizedText MissingReason { get; } = new("Needed for: {titles}", "目的：{titles}");

    public static LocalizedText MissingOrder { get; } = new("Request: {fact}", "依頼：{fact}");

    public static LocalizedText NotReadSummary { get; } = new(
        "The problem list could not be read, so myeloma guidance may be missing here",
        "病名一覧を読み取れず、骨髄腫に関する助言が欠けている可能性あり");

    public static LocalizedText OtherDataSummary { get; } = new(
        "Some data could not be used; myeloma guidance may be incomplete", "利用できなかったデータがあり、骨髄腫に関する助言は不完全な可能性あり");

    public static LocalizedText Unidentified { get; } = new(
        "Records that could not be identified: {count} ({records}). Waiting for them: {titles}.", "特定できなかった記録：{count}件（{records}）。これらを待つ判断：{titles}。");

    public static LocalizedText UnidentifiedAlone { get; } = new(
        "Records that could not be identified: {count} ({records}). No recommendation waits for them.", "特定できなかった記録：{count}件（{records}）。これらを待つ判断はない。");

    public static LocalizedText UnidentifiedBrief { get; } = new(
        "Records that could not be identified: {count}. Waiting for them: {titles}.", "特定できなかった記録：{count}件。これらを待つ判断：{titles}。");

    public static LocalizedText UnidentifiedAloneBrief { get; } = new(
        "Records that could not be identified: {count}.", "特定できなかった記録：{count}件。");

    public static LocalizedText LocallyAdapted { get; } = new("Locally adapted: {what}", "施設による変更：{what}");

    public static LocalizedText Limits { get; } = new(
        "Decision support for clinicians; it does not replace clinical judgement.", "医療者の判断を支援するものであり、臨床判断に代わるものではない。");

    /// <summary>How an option stands.</summary>
    public static LocalizedText Of(Standing standing) => standing switch
    {
        Standing.Recommended => new("recommended", "推奨"),
        Standing.Alternative => new("alternative", "その他の選択肢"),
        Standing.Caution => new("with caution", "注意して使用"),
        Standing.Avoid => new("avoid", "推奨しない"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Add the new standing to CardPhrases."),
    };
}
