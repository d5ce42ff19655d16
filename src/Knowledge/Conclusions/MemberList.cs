namespace Cds.Knowledge.Conclusions;

/// <summary>The members that hold; members that the data leave open are listed apart.</summary>
public sealed record MemberList : ConclusionDefinition
{
    /// <summary>Members in the order of the source.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<string> Values => [.. Members.Select(m => m.Id)];

    /// <inheritdoc />
    public override IEnumerable<Criterion> Criteria() => [.. base.Criteria(), .. Members.Select(m => m.When)];

    /// <inheritdoc />
    protected override Conclusion? Conclude(PatientContext patient)
    {
        (Member Member, Finding Finding)[] findings = [.. Members.Select(m => (m, m.When.Evaluate(patient)))];
        return Answer() with
        {
            Value = new ListAnswer([.. findings.Where(f => f.Finding.Truth == Truth.True).Select(f => f.Member.Id)]),
            Undetermined = [.. findings.Where(f => f.Finding.Truth == Truth.Unknown).Select(f => f.Member.Id)],
            // What shows the members that hold comes first: it decides, and a reader sees the first data only.
            Basis = findings.Select(f => f.Finding).OrderBy(f => f.Truth == Truth.True ? 0 : 1).Joined(),
            Missing = Finding.MissingOf(findings.Select(f => f.Finding)),
        };
    }
}

/// <summary>A member of a list or count.</summary>
/// <param name="Id">Member id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="When">When it holds.</param>
public sealed record Member(string Id, LocalizedText Title, Criterion When);
