namespace Cds.Knowledge.Conclusions;

/// <summary>How many of the members hold; while some are open, every number that is still possible.</summary>
public sealed record MemberCount : ConclusionDefinition
{
    /// <summary>Members in the order of the source.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => [];

    /// <inheritdoc />
    public override IEnumerable<Criterion> Criteria() => [.. base.Criteria(), .. Members.Select(m => m.When)];

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient)
    {
        Finding[] findings = [.. Members.Select(m => m.When.Evaluate(patient))];
        int known = findings.Count(f => f.Truth == Truth.True);
        int open = findings.Count(f => f.Truth == Truth.Unknown);
        return Answer() with
        {
            Value = open == 0 ? new NumberAnswer(known) : null,
            Possible = [.. Enumerable.Range(known, open + 1).Select(n => new NumberAnswer(n))],
            // What counts comes first.
            Basis = findings.OrderBy(f => f.Truth == Truth.True ? 0 : 1).Joined(),
            Missing = Finding.MissingOf(findings),
        };
    }
}
