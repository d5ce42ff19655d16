namespace Cds.Knowledge.Criteria;

/// <summary>A list-valued conclusion contains a member.</summary>
/// <param name="Conclusion">Conclusion id.</param>
/// <param name="Member">Member id.</param>
public sealed record ConclusionContains(string Conclusion, string Member) : Criterion
{
    /// <summary>How it is asked for.</summary>
    internal static ConclusionTestKind Kind { get; } = new(
        [new("contains", MemberType.Text, "Member of a list-valued conclusion.")],
        new("&nbsp;&nbsp;`contains: member`", "the list has the member"),
        asked => asked.Entry.Has("contains") ? [new ConclusionContains(asked.Id, asked.Named("contains") is [var member, ..] ? member : "")] : []);

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => patient.Outcome(Conclusion).Contains(Member);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Conclusion, Conclusion)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(new LocalizedText("{what} include {member}", "{what}に{member}が含まれる")
        .With("what", words.Title(Conclusion)).With("member", words.Values(Conclusion, [Member])));
}
