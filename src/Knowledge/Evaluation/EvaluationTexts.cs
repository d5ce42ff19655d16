namespace Cds.Knowledge.Evaluation;

/// <summary>The sentences that the evaluation itself adds, whatever the content says.</summary>
internal static class EvaluationTexts
{
    public static LocalizedText DayNotOnRecord { get; } = new("(day not on record)", "（日付の記録なし）");

    public static LocalizedText ConvertedFrom { get; } = new("converted from {value}", "{value} から換算");

    public static LocalizedText FurtherRecords { get; } = new("at least {count} further records", "ほかに{count}件以上の記録");

    public static LocalizedText NotLookedAt { get; } = new(
        "{what}: the newest {most} were looked at and {count} older ones were not; what is not among the newest is unknown",
        "{what}：新しい順に{most}件のみを評価し、それより古い{count}件は評価していない。評価した記録にない事項は不明として扱う");

    public static LocalizedText FurtherResources { get; } = new("{count} further resources: {text}", "ほか{count}件のリソース：{text}");

    public static LocalizedText FurtherNotes { get; } = new("{count} further notes about single resources are not listed", "個々のリソースについてのほか{count}件の注記は省略");

    public static LocalizedText FurtherUnclearRuns { get; } = new(
        "whether {drug} is still taken: {count} further orders are as old", "{drug}の継続の有無（同様の古いオーダーがほかに{count}件ある）");

    public static LocalizedText FurtherContradictions { get; } = new(
        "{fact}: {count} further values of {date} differ from {resource}; the latest, most exact one is used",
        "{fact}：{date} に {resource} と異なる値がほかに{count}件ある。最も新しく正確な値を用いた");

    public static LocalizedText SameDayContradiction { get; } = new(
        "{fact} has another value on {date} than {resource}; the latest, most exact one is used",
        "{fact}は{date}に{resource}と異なる値がある。最も新しく正確な値を用いた");

    public static LocalizedText DefaultLimitUsed { get; } = new(
        "default reference limit {limit} used (none came with the result)",
        "検査結果に基準値がないため既定の基準値 {limit} を使用");

    public static LocalizedText DefaultLimitOwnUnreadable { get; } = new(
        "default reference limit {limit} used (the range that came with the result could not be read for this patient)",
        "検査結果の基準値をこの患者のものとして読み取れないため既定の基準値 {limit} を使用");

    public static LocalizedText OwnLimitUsed { get; } = new("reference limit of the result: {limit}", "検査結果の基準値：{limit}");

    public static LocalizedText RecordedAgainstComputed { get; } = new(
        "the recorded diagnosis is {recorded}, the criteria give {computed}",
        "記録された診断は{recorded}であるが、診断規準からは{computed}となる");

    public static LocalizedText RecordedWithoutCriteria { get; } = new(
        "the recorded diagnosis is {recorded}, but the known data do not meet its criteria",
        "記録された診断は{recorded}であるが、既知のデータは診断規準を満たしない");

    public static LocalizedText ByName { get; } = new("recognised by name, not by a code", "コードではなく名称により認識");

    public static LocalizedText RunUnclear { get; } = new(
        "whether {drug} is still taken: its order of {date} is active, but neither a dispense, an administration nor a renewal followed within 180 days",
        "{drug}の継続の有無（{date} のオーダーは有効のままだが、180日以内の払い出し・投与・更新の記録がない）");

    public static LocalizedText FromCriteria { get; } = new("from the diagnostic criteria", "診断規準による");

    public static LocalizedText FromRecord { get; } = new("from the recorded condition", "記録された病名による");

    public static LocalizedText RowsOverlap { get; } = new(
        "more than one value holds for {title}: {values}",
        "{title}に複数の値が当てはまります：{values}");

    public static LocalizedText RefractoryTo { get; } = new("the disease is refractory to {drugs}", "{drugs}に抵抗性");

    public static LocalizedText RefractoryUnclear { get; } = new(
        "whether the disease is refractory to {drugs} cannot be told from the record",
        "{drugs}に抵抗性かどうか記録からは判断できない");

    public static LocalizedText RefractoryClass { get; } = new(
        "refractory to {class} ({drugs})",
        "{class}（{drugs}）に抵抗性");

    public static LocalizedText Allergy { get; } = new("recorded allergy to {drug}", "{drug}に対するアレルギーの記録あり");

    public static LocalizedText OffLabel { get; } = new(
        "off-label in {place}: {drugs}",
        "{place}適応外：{drugs}");

    public static LocalizedText KeptThoughRefractory { get; } = new(
        "listed by the guideline for this situation although the disease is refractory to {drugs}",
        "{drugs}に抵抗性でも、この状況の選択肢としてガイドラインに挙げられている");

    public static LocalizedText ListedForOtherSituation { get; } = new(
        "listed by the document for another situation", "文書では別の状況の選択肢として挙げられている");

    public static LocalizedText NotOnFormulary { get; } = new("not on this site's formulary ({reason})", "当施設では採用されていない（{reason}）");

    public static LocalizedText BeingOrdered { get; } = new("being ordered", "オーダー作成中");

    public static LocalizedText OrderIsActive { get; } = new("ordered", "オーダー済み");

    public static LocalizedText NoUsableOption { get; } = new(
        "{title}: none of the options can be used at present; the reasons are listed",
        "{title}：現時点で使用できる選択肢なし（理由を参照）");

    public static LocalizedText AndOrder { get; } = new("{summary}; order: {order}", "{summary}。オーダー：{order}");

    public static LocalizedText NotRecorded { get; } = new("{facts} (not on record)", "{facts}（記録なし）");
}
