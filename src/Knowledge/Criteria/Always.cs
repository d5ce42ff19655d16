namespace Cds.Knowledge.Criteria;

/// <summary>Holds for every patient.</summary>
public sealed record Always : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("always", entry => entry.Flag("always") ? new Always() : entry.Report(new Always(), "'always' can only be true", "always"))
    {
        Members = [new("always", MemberType.Flag)],
        Rows = [new("`always: true`", "always")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => Finding.Always;

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(new LocalizedText("every patient", "全例"));
}
