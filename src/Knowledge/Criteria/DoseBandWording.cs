namespace Cds.Knowledge.Criteria;

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
        if (inBrackets.Length > 0) text = text.Bracketed(new LocalizedText(string.Join("; ", inBrackets.Select(t => t.En)), string.Join("、", inBrackets.Select(t => t.Ja))));
        return band with { Condition = condition, Text = text };
    }

    /// <summary>For whom: the limits of one fact as a range, parts of a choice joined by "or".</summary>
    private LocalizedText Condition(Criterion when) => when switch
    {
        AllOf { Parts: [FactComparison first, FactComparison second] } when first.Fact == second.Fact => Range(first, second),
        // Its name says what its value says: "frailty: frail".
        ConclusionIs conclusion => words.Values(conclusion.Conclusion, conclusion.Codes),
        AnyOf any => WordList.Or([.. any.Parts.Select(Condition)]),
        _ => when.InWords(words).Sentence,
    };

    /// <summary>A range of a fact: creatinine clearance 30 to below 60 mL/min.</summary>
    private LocalizedText Range(FactComparison first, FactComparison second)
    {
        (FactComparison low, FactComparison high) = first.Operator is ComparisonOperator.MoreThan or ComparisonOperator.AtLeast ? (first, second) : (second, first);
        LocalizedText name = words.Fact(low.Fact, low.At);
        LocalizedText end = words.Amount(high.Fact, high.Threshold);
        string start = WordList.Number(low.Threshold);
        return new LocalizedText(
            $"{name.En} {(low.Operator == ComparisonOperator.MoreThan ? "above " : "")}{start} to {(high.Operator == ComparisonOperator.LessThan ? "below " : "")}{end.En}",
            $"{name.Ja}{start}{(low.Operator == ComparisonOperator.MoreThan ? "超" : "以上")}{end.Ja}{(high.Operator == ComparisonOperator.LessThan ? "未満" : "以下")}");
    }

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
