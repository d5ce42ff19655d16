namespace Cds.Knowledge.Criteria;

/// <summary>So many of the parts hold.</summary>
/// <param name="Count">How many, from 1.</param>
/// <param name="Parts">Parts.</param>
public sealed record AtLeast(int Count, IReadOnlyList<Criterion> Parts) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("at-least", Read)
    {
        Members = [new("at-least", MemberType.CountOfCriteria)],
        Rows = [new("`at-least: { count: 2, of: [..] }`", "so many of the parts hold")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        Finding[] findings = Evaluated(Parts, patient);
        int holding = findings.Count(f => f.Truth == Truth.True);
        int open = findings.Count(f => f.Truth == Truth.Unknown);
        Truth truth = holding >= Count ? Truth.True : holding + open < Count ? Truth.False : Truth.Unknown;
        return Finding.Combine(findings, truth, Truth.True);
    }

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Parts.SelectMany(p => p.Dependencies());

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => Parts;

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Joined(
        new LocalizedText("at least {count} of", "次のうち{count}つ以上").With("count", WordList.Number(Count)), [.. Parts.Select(part => part.InWords(words))]);

    private static AtLeast Read(ICriterionEntry entry)
    {
        if (entry.Inner("at-least") is not { } inner) return new AtLeast(1, []);
        int count = inner.Integer("count") ?? inner.Report(1, "'count' is missing");
        IReadOnlyList<Criterion> parts = inner.Criteria("of");
        if (count < 1 || count > parts.Count) inner.Defect($"'count' has to be between 1 and the number of parts ({parts.Count})");
        inner.Finish();
        return new AtLeast(count, parts);
    }
}
