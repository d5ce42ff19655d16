using Cds.Knowledge.Criteria;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Wording;

/// <summary>The words that criteria are put in.</summary>
internal static class CriterionPhrases
{
    public static LocalizedText AllOf { get; } = new("all of", "次のすべて");

    public static LocalizedText AnyOf { get; } = new("any of", "次のいずれか");

    public static LocalizedText NoneOf { get; } = new("none of", "次のいずれでもない");

    public static LocalizedText Not { get; } = new("not", "次に該当しない");

    public static LocalizedText Proven { get; } = new("the record shows", "記録から確認できる");

    public static LocalizedText AtLeast { get; } = new("at least {count} of", "次のうち{count}つ以上");

    public static LocalizedText Always { get; } = new("every patient", "全例");

    public static LocalizedText Present { get; } = new("{what} present", "{what}あり");

    public static LocalizedText Absent { get; } = new("{what} absent", "{what}なし");

    public static LocalizedText Known { get; } = new("a value of {what} is on record", "{what}の記録がある");

    public static LocalizedText NotKnown { get; } = new("no value of {what} is on record", "{what}の記録がない");

    public static LocalizedText Determined { get; } = new("{what} is determined", "{what}が判定できる");

    public static LocalizedText Undetermined { get; } = new("{what} is not determined", "{what}が判定できない");

    public static LocalizedText AtBaseline { get; } = new("(before treatment)", "（治療前）");

    public static LocalizedText AtAnyTime { get; } = new("(at any time)", "（時期を問わず）");

    public static LocalizedText UpperLimit { get; } = new("the upper reference limit", "基準値上限");

    public static LocalizedText LowerLimit { get; } = new("the lower reference limit", "基準値下限");

    public static LocalizedText DefaultLimit { get; } = new("(of the result, else {limit})", "（検査結果の基準値、なければ{limit}）");

    public static LocalizedText DefaultLimitBySex { get; } = new("(of the result, else men {men}, women {women})", "（検査結果の基準値、なければ男性{men}・女性{women}）");

    public static LocalizedText TimesLimit { get; } = new("{times} times {limit}", "{limit}の{times}倍");

    public static LocalizedText AboveLimit { get; } = new("{what} above {limit}", "{what}が{limit}を超える");

    public static LocalizedText BelowLimit { get; } = new("{what} below {limit}", "{what}が{limit}を下回る");

    public static LocalizedText ByMoreThan { get; } = new("by more than {amount}", "（差が{amount}を超える）");

    public static LocalizedText Severe { get; } = new("severe {what}", "重度の{what}");

    public static LocalizedText Procedure { get; } = new("{what} done", "{what}の実施");

    public static LocalizedText Allergy { get; } = new("allergy to {what} recorded", "{what}へのアレルギーの記録");

    public static LocalizedText OnDrug { get; } = new("{what} running", "{what}を投与中");

    public static LocalizedText OnDrugOfClass { get; } = new("a drug of the class {what} running", "{what}を投与中");

    public static LocalizedText Given { get; } = new("{what} given", "{what}の投与歴");

    public static LocalizedText DoseFrom { get; } = new("in doses of {dose} or more", "（1回{dose}以上）");

    public static LocalizedText DoseAbove { get; } = new("in doses above {dose}", "（1回{dose}を超える量）");

    public static LocalizedText Times { get; } = new("at least {count} times", "（{count}回以上）");

    public static LocalizedText InHours { get; } = new("within {count} hours", "（{count}時間以内）");

    public static LocalizedText HoursAgo { get; } = new("{count} hours or more ago", "（{count}時間以上前）");

    public static LocalizedText ExposedTo { get; } = new("{what} ever given", "{what}の投与歴あり");

    public static LocalizedText RefractoryTo { get; } = new("refractory to {what}", "{what}に抵抗性");

    public static LocalizedText Contains { get; } = new("{what} include {member}", "{what}に{member}が含まれる");

    public static LocalizedText HasAny { get; } = new("{what}: at least one", "{what}：1つ以上該当");

    public static LocalizedText Female { get; } = new("woman", "女性");

    public static LocalizedText Male { get; } = new("man", "男性");

    public static LocalizedText Setting { get; } = new("the site has set '{what}'", "施設設定「{what}」が有効");

    public static LocalizedText InDays(int days) => new LocalizedText("within {count} days", "（{count}日以内）").With("count", WordList.Number(days));

    public static LocalizedText Of(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.LessThan => new("{what} below {limit}", "{what} {limit}未満"),
        ComparisonOperator.AtMost => new("{what} {limit} or less", "{what} {limit}以下"),
        ComparisonOperator.MoreThan => new("{what} above {limit}", "{what} {limit}超"),
        ComparisonOperator.AtLeast => new("{what} {limit} or more", "{what} {limit}以上"),
        ComparisonOperator.Equal => new("{what} exactly {limit}", "{what} {limit}"),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Add the new operator to CriterionPhrases."),
    };

    public static LocalizedText Of(SinceEvent since) => since switch
    {
        SinceEvent.CarTInfusion => new("since the latest CAR-T infusion", "（直近のCAR-T輸注以降）"),
        SinceEvent.AutologousTransplant => new("since the latest autologous transplant", "（直近の自家移植以降）"),
        SinceEvent.LineStart => new("since the start of the latest line of therapy", "（直近の治療ライン開始以降）"),
        SinceEvent.Diagnosis => new("since the diagnosis", "（診断以降）"),
        SinceEvent.LastDose => new("since the last dose against the myeloma", "（骨髄腫治療の最終投与以降）"),
        SinceEvent.Lymphodepletion => new("since lymphodepletion", "（リンパ球除去以降）"),
        _ => throw new ArgumentOutOfRangeException(nameof(since), since, "Add the new event to CriterionPhrases."),
    };

    public static LocalizedText Of(ConditionStatus status) => status switch
    {
        ConditionStatus.Current => new("{what} (current)", "{what}（現在）"),
        ConditionStatus.Ever => new("{what} (now or in the past)", "{what}（現在または既往）"),
        ConditionStatus.History => new("{what} (in the past only)", "{what}（既往のみ）"),
        ConditionStatus.CurrentOrRemission => new("{what} (current or in remission)", "{what}（現在または寛解中）"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Add the new status to CriterionPhrases."),
    };
}
