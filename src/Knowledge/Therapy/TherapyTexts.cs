namespace Cds.Knowledge.Therapy;

/// <summary>Why a line begins, and what else the therapy history explains.</summary>
internal static class TherapyTexts
{
    public static LocalizedText FirstLine { get; } = new("first anti-myeloma treatment", "最初の骨髄腫治療");

    public static LocalizedText LineAfterProgression { get; } = new("begun after progression on {date}", "{date} の増悪後に開始");

    public static LocalizedText LineAfterGap { get; } = new(
        "a new drug after {days} days without treatment", "{days} 日の無治療期間の後に新しい薬剤を開始");

    public static LocalizedText LineAfterLongGap { get; } = new(
        "taken up again after {days} days without treatment", "{days} 日の無治療期間の後に再開");

    public static LocalizedText LineByReplacement { get; } = new(
        "replaces the former regimen and shares no drug with it", "前のレジメンと共通の薬剤がない治療への変更");

    public static LocalizedText MatchedByText { get; } = new("recognised by its text, not by a code", "コードではなく名称の文字列で認識");

    public static LocalizedText RecordedLine { get; } = new("recorded as line {number}", "第{number}ラインと記録");

    public static LocalizedText LineAsRecorded { get; } = new("recorded as line {number}; the record wins over the rules", "第{number}ラインと記録（規則より記録を優先）");

    public static LocalizedText NumberAsRecorded { get; } = new("recorded on {date} as line {number}; the record wins over the rules", "{date} に第{number}ラインと記録（規則より記録を優先）");

    public static LocalizedText RecordedRefractory { get; } = new("recorded as refractory to it", "この薬剤に治療抵抗性と記録");

    public static LocalizedText RegimenTitle { get; } = new("regimen", "レジメン");

    public static LocalizedText MaintenanceTitle { get; } = new("maintenance", "維持療法");

    public static LocalizedText Cycles { get; } = new("{drugs}; {cycles} cycles of {days} days begun", "{drugs}、{days}日サイクルで{cycles}サイクル開始");

    /// <summary>Drugs given together.</summary>
    public static LocalizedText Combination(IEnumerable<LocalizedText> drugs) => LocalizedText.Join(drugs, " + ", "＋");

    /// <summary>The texts behind one another; null when there is none.</summary>
    public static LocalizedText? Join(IEnumerable<LocalizedText?> texts)
    {
        LocalizedText[] known = [.. texts.OfType<LocalizedText>()];
        return known.Length == 0 ? null : LocalizedText.Join(known, "; ", "、");
    }

    public static LocalizedText RisingSeries { get; } = new(
        "from {nadir} (lowest, {nadirDate}) to {value}, confirmed on {confirmed}",
        "最低値 {nadir}（{nadirDate}）から {value} へ上昇、{confirmed} に確認");

    public static LocalizedText LineTitle { get; } = new("line of therapy {number}", "第{number}治療ライン");
}
