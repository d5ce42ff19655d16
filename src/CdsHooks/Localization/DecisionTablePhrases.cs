namespace Cds.CdsHooks.Localization;

/// <summary>Words of the tables that decide conclusions.</summary>
internal static class DecisionTablePhrases
{
    public static LocalizedText DecisionTable { get; } = new("Decision table", "判定表");

    public static LocalizedText Value { get; } = new("value", "値");

    public static LocalizedText When { get; } = new("when", "条件");

    public static LocalizedText Otherwise { get; } = new("none of the others", "他のいずれにも該当しない");

    public static LocalizedText DiagnosisTable { get; } = new("Diagnoses by precedence; of several that hold the first counts", "診断（優先順。複数該当する場合は最初のもの）");

    public static LocalizedText Criteria { get; } = new("criteria", "診断規準");

    public static LocalizedText RecordedAs { get; } = new("or recorded as", "または記録された病名");

    public static LocalizedText OnlyRecorded { get; } = new("no computable criteria; only as recorded", "計算できる規準はなく、記録された病名による");

    public static LocalizedText DiagnosisEvidence { get; } = new("Without any recorded plasma-cell disorder a diagnosis is looked for when", "形質細胞疾患の記録がない場合に診断を試みる条件");

    public static LocalizedText ListTable { get; } = new("Lists what holds", "該当するものを列挙");

    public static LocalizedText CountTable { get; } = new("Counts what holds", "該当する数");

    public static LocalizedText Item { get; } = new("item", "項目");

    public static LocalizedText ScoreTable { get; } = new("Points; of the rows of one item the highest that holds counts", "点数（同じ項目では最も高いもの）");

    public static LocalizedText Points { get; } = new("points", "点数");

    public static LocalizedText BandTable { get; } = new("Value by the sum of points", "合計点による値");

    public static LocalizedText UpTo { get; } = new("up to {points}", "{points}点以下");

    public static LocalizedText Above { get; } = new("above", "それを超える");

    public static LocalizedText ChecklistTable { get; } = new("Checklist: one that fails decides", "チェックリスト（1つでも該当すれば不適）");

    public static LocalizedText FailsWhen { get; } = new("fails when", "不適となる条件");

    public static LocalizedText WhenUnknown { get; } = new("when unknown", "不明の場合");

    public static LocalizedText ToBeConfirmed { get; } = new("to be confirmed", "確認事項とする");

    public static LocalizedText StaysOpen { get; } = new("stays undetermined", "判定保留");

    public static LocalizedText NumberOfFact { get; } = new("The current value of {fact}.", "{fact}の現在値。");

    public static LocalizedText ComputedSteps { get; } = new("How it is worked out from the data over time", "時系列データからの判定方法");
}
