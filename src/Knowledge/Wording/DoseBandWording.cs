using Cds.Knowledge.Criteria;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Wording;

/// <summary>The lines of dose tables in words, the same way everywhere: dose, then for whom.</summary>
internal sealed class DoseBandWording(WordList words)
{
    /// <summary>The band with its texts. A condition that the author wrote stays.</summary>
    public DoseBand Worded(DoseBand band)
    {
        LocalizedText condition = band.Condition.En.Length > 0 || band.IsOtherwise ? band.Condition : Condition(band.When);
        LocalizedText text = DoseOf(band);
        LocalizedText[] inBrackets =
        [
            .. condition.En.Length > 0 ? [condition] : Array.Empty<LocalizedText>(),
            .. band.Alternatives.Select(a => a.Situation.Joined(": ", "：", Dose(a.Amount, a.Unit, a.Frequency))),
        ];
        if (inBrackets.Length > 0)
            text = new LocalizedText($"{text.En} ({string.Join("; ", inBrackets.Select(t => t.En))})", $"{text.Ja}（{string.Join("、", inBrackets.Select(t => t.Ja))}）");
        return band with { Condition = condition, Text = text };
    }

    /// <summary>For whom: the limits of one fact as a range, parts of a choice joined by "or".</summary>
    private LocalizedText Condition(Criterion when) => when switch
    {
        AllOf { Parts: [FactComparison first, FactComparison second] } when first.Fact == second.Fact => words.Range(first, second),
        AnyOf any => WordList.Or([.. any.Parts.Select(Condition)]),
        _ => when.InWords(words).Sentence,
    };

    private static LocalizedText DoseOf(DoseBand band) =>
        band.IsNotGiven ? new LocalizedText("not given", "投与しない")
        : band is { DoseAmount: { } amount, DoseUnit: { } unit } ? Dose(amount, unit, band.Frequency).FollowedBy(Days(band.Days))
        : new LocalizedText("dose to be chosen by the prescriber", "用量は処方医が決定");

    private static LocalizedText Days(IReadOnlyList<int> days) => days.Count == 0
        ? new LocalizedText("", "")
        : new LocalizedText($" on days {DayList.Of(days).En}", $"（第{DayList.Of(days).Ja}日）");

    private static LocalizedText Dose(decimal amount, string unit, Frequency? frequency)
    {
        string dose = $"{WordList.Number(amount)} {unit}";
        return frequency is null ? new LocalizedText(dose, dose) : new LocalizedText(dose, dose).Joined(" ", "を", FrequencyWords.Of(frequency));
    }
}
