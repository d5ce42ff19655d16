namespace Cds.Knowledge.Criteria;

/// <summary>A list-valued conclusion has any member.</summary>
/// <param name="Conclusion">Conclusion id.</param>
public sealed record ConclusionHasAny(string Conclusion) : Criterion
{
    /// <summary>How it is asked for.</summary>
    internal static ConclusionTestKind Kind { get; } = new(
        [new("any-member", MemberType.Flag)],
        new("&nbsp;&nbsp;`any-member: true`", "the list has a member"),
        asked => asked.Entry.Flag("any-member") ? [new ConclusionHasAny(asked.Id)] : []);

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => patient.Outcome(Conclusion).HasAny();

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Conclusion, Conclusion)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("{what}: at least one", "{what}：1つ以上該当").With("what", words.Title(Conclusion)));
}
