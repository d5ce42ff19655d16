using Cds.Knowledge.Values;

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

    public static LocalizedText RisingSeries { get; } = new(
        "from {nadir} (lowest, {nadirDate}) to {value}, confirmed on {confirmed}",
        "最低値 {nadir}（{nadirDate}）から {value} へ上昇、{confirmed} に確認");

    public static LocalizedText LineTitle { get; } = new("line of therapy {number}", "第{number}治療ライン");

    public static LocalizedText ProgressionTitle { get; } = new("progression", "増悪");
}
