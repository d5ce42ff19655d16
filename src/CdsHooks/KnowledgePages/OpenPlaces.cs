using System.Text.RegularExpressions;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>
/// The places of a rule's texts that are filled in for a patient or an order, in words: who reads the rule has neither.
/// </summary>
internal static partial class OpenPlaces
{
    private static readonly (string Name, LocalizedText Words)[] Words =
    [
        ("drug", new("the drug", "当該薬剤")),
        ("drugs", new("the drugs", "当該薬剤")),
        ("dose", new("the dose", "その用量")),
        ("limit", new("the planned dose", "計画された用量")),
        ("often", new("as often as ordered", "の投与頻度")),
        ("planned-often", new("the planned frequency", "計画された頻度")),
        ("band", new("the dose of the table", "用量表の用量")),
        ("bands", new("the dose of the table", "用量表の用量")),
        ("others", new("the other drug", "他の薬剤")),
        ("reasons", new("the reasons that speak against the drug", "当該薬剤を避ける・注意する理由")),
        ("findings", new("what was found", "指摘事項")),
        ("first", new("the first option", "第一の選択肢")),
    ];

    /// <summary>The text without an open place.</summary>
    public static LocalizedText InWords(LocalizedText text)
    {
        foreach ((string name, LocalizedText words) in Words) text = text.With(name, words);
        foreach (Match day in DayOfEvent().Matches(text.En)) text = text.With(day.Value[1..^1], Day(day));
        return text;
    }

    private static LocalizedText Day(Match day) => new LocalizedText("day {days} after {event}", "{event}の{days}日後")
        .With("days", day.Groups["days"].Value)
        .With("event", Event(Enum.Parse<SinceEvent>(day.Groups["event"].Value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true)));

    private static LocalizedText Event(SinceEvent since) => since switch
    {
        SinceEvent.CarTInfusion => new("the CAR-T infusion", "CAR-T輸注"),
        SinceEvent.CrsEpisode => new("the onset of cytokine release", "サイトカイン放出症候群の発現"),
        SinceEvent.NeurotoxicityEpisode => new("the onset of neurotoxicity", "神経毒性の発現"),
        SinceEvent.AutologousTransplant => new("the autologous transplant", "自家移植"),
        SinceEvent.LineStart => new("the start of the line", "治療ライン開始"),
        SinceEvent.Diagnosis => new("the diagnosis", "診断"),
        SinceEvent.LastDose => new("the last dose", "最終投与"),
        SinceEvent.Lymphodepletion => new("the end of lymphodepletion", "リンパ球除去化学療法の終了"),
        _ => throw new ArgumentOutOfRangeException(nameof(since), since, "Add the new event to OpenPlaces."),
    };

    [GeneratedRegex(@"\{(?<event>[a-z-]+)\+(?<days>[0-9]+)d\}", RegexOptions.ExplicitCapture)]
    private static partial Regex DayOfEvent();
}
