namespace Cds.Knowledge.Criteria;

/// <summary>A conclusion is determined. Never unknown: it asks about the record.</summary>
/// <param name="Conclusion">Conclusion id.</param>
public sealed record ConclusionKnown(string Conclusion) : Criterion
{
    /// <summary>How it is asked for.</summary>
    internal static ConclusionTestKind Kind { get; } = new(
        [new("known", MemberType.Flag)],
        new("&nbsp;&nbsp;`known: true` or `false`", "it is determined, or it is not; never unknown"),
        asked => asked.Entry.Has("known") ? [Known(asked)] : []);

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) =>
        patient.Outcome(Conclusion).Conclusion is { Value: not null } conclusion ? Finding.Of(Truth.True, conclusion.Basis, []) : Finding.Never;

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [new(DependencyKind.Conclusion, Conclusion)];

    /// <inheritdoc />
    public override Clause InWords(WordList words) =>
        Clause.Statement(new LocalizedText("{what} is determined", "{what}が判定できる").With("what", words.Title(Conclusion)));

    /// <inheritdoc />
    public override Clause? DeniedInWords(WordList words) =>
        Clause.Statement(new LocalizedText("{what} is not determined", "{what}が判定できない").With("what", words.Title(Conclusion)));

    private static Criterion Known(ConclusionQuestion asked)
    {
        var known = new ConclusionKnown(asked.Id);
        return asked.Entry.Flag("known") ? known : new NoneOf([known]);
    }
}
