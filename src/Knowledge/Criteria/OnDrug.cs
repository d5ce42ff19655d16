namespace Cds.Knowledge.Criteria;

/// <summary>One of the drugs runs at the time asked about.</summary>
/// <param name="Drugs">Drug ids.</param>
public sealed record OnDrug(IReadOnlyList<string> Drugs) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("on-drug", entry => new OnDrug(entry.Drugs("on-drug")))
    {
        Members = [new("on-drug", MemberType.Texts)],
        Rows = [new("`on-drug: D` or `[..]`", "running at `asOf`")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => patient.Therapy.Running(patient.Counting(Drugs));

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => Drugs.Select(d => new Dependency(DependencyKind.Drug, d));

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(new LocalizedText("{what} running", "{what}を投与中").With("what", words.Titles(Drugs)));
}
