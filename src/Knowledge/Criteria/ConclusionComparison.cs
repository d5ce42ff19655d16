namespace Cds.Knowledge.Criteria;

/// <summary>Another, numeric conclusion compares with a number.</summary>
/// <param name="Conclusion">Conclusion id.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Threshold">Number.</param>
public sealed record ConclusionComparison(string Conclusion, ComparisonOperator Operator, decimal Threshold) : Criterion
{
    /// <summary>How it is asked for.</summary>
    internal static ConclusionTestKind Kind { get; } = new(
        [.. Comparisons.Keys.Select(c => new CriterionMember(c.Key, MemberType.Threshold))],
        new("&nbsp;&nbsp;`lt`, `lte`, `gt`, `gte`, `eq`: `2`", "its number compares so"),
        asked => Comparisons.Keys.Select(c => asked.Entry.Number(c.Key) is { } number ? new ConclusionComparison(asked.Id, c.Operator, number) : null)
            .OfType<ConclusionComparison>());

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => patient.Outcome(Conclusion)
        .Ask(answer => answer is NumberAnswer number && Operator.Compare(ValueRange.Exactly(number.Number), Threshold) == Truth.True);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Conclusion, Conclusion)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(Operator.InWords().With("what", words.Title(Conclusion)).With("limit", WordList.Number(Threshold)));
}
