using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>A conclusion is asked for what it can answer: a value, members or a number, and only numbers and members that it can have.</summary>
internal sealed class ConclusionAnswers : ISenseCheck
{
    private enum AnswerKind { Value, Members, Number }

    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        Dictionary<string, ConclusionDefinition> byId = content.Conclusions.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        foreach (PlacedCriterion placed in content.Criteria())
        {
            (string id, AnswerKind asked)? question = placed.Criterion switch
            {
                ConclusionIs test => (test.Conclusion, AnswerKind.Value),
                ConclusionContains test => (test.Conclusion, AnswerKind.Members),
                ConclusionHasAny test => (test.Conclusion, AnswerKind.Members),
                ConclusionComparison test => (test.Conclusion, AnswerKind.Number),
                _ => null,
            };
            if (question is not { } q || !byId.TryGetValue(q.id, out ConclusionDefinition? conclusion)) continue;
            if (KindOf(conclusion) is { } kind && kind != q.asked)
                placed.Defect(content, $"conclusion '{q.id}' answers with {Words(kind)}, and is asked for {Words(q.asked)}");
            else if (placed.Criterion is ConclusionContains contains && conclusion is ComputedConclusion { KnownValues.Count: 0 } && !CanHold(content, contains.Member))
                placed.Defect(content, $"conclusion '{q.id}' never holds '{contains.Member}'");
            else if (placed.Criterion is ConclusionComparison comparison && Possible(content, conclusion) is { } possible)
                Compare(content, placed, comparison, possible);
        }
    }

    private static void Compare(ContentRead content, PlacedCriterion placed, ConclusionComparison test, Interval possible)
    {
        Interval holds = Interval.Of(test.Operator, test.Threshold);
        string number = test.Threshold.ToString(CultureInfo.InvariantCulture);
        if (holds.And(possible).IsEmpty) placed.Defect(content, $"the comparison with {number} can never hold for conclusion '{test.Conclusion}'");
        else if (holds.Covers(possible)) placed.Defect(content, $"the comparison with {number} always holds for conclusion '{test.Conclusion}'");
    }

    /// <summary>Null for what code computes without a closed list of values: numbers, and lists of drugs.</summary>
    private static AnswerKind? KindOf(ConclusionDefinition conclusion) => conclusion switch
    {
        MemberList => AnswerKind.Members,
        MemberCount or FactNumber or PointScore { Bands.Count: 0 } => AnswerKind.Number,
        ComputedConclusion { KnownValues.Count: 0 } => null,
        _ => AnswerKind.Value,
    };

    private static string Words(AnswerKind kind) => kind switch
    {
        AnswerKind.Value => "a value",
        AnswerKind.Members => "members",
        AnswerKind.Number => "a number",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Name the new kind of answer."),
    };

    private static Interval? Possible(ContentRead content, ConclusionDefinition conclusion) => conclusion switch
    {
        MemberCount count => Interval.Between(0m, count.Members.Count),
        FactNumber number when content.Vocabulary.Facts.GetValueOrDefault(number.Fact) is { PlausibleLow: { } low, PlausibleHigh: { } high } => Interval.Between(low, high),
        ComputedConclusion => Interval.Between(0m, null) with { HighIncluded = false },
        _ => null,
    };

    /// <summary>Open-ended lists hold drugs against the myeloma, and classes of them.</summary>
    private static bool CanHold(ContentRead content, string member) => content.Drugs.Any(d => d.IsAntiMyeloma && (d.Id == member || d.Class == member));
}
