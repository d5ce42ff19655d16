namespace Cds.Knowledge.Criteria;

/// <summary>The service answers for one of the jurisdictions. Never unknown: the site configures it.</summary>
/// <param name="Jurisdictions">Jurisdiction ids.</param>
public sealed record InJurisdiction(IReadOnlyList<string> Jurisdictions) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("jurisdiction", entry => new InJurisdiction(entry.Jurisdictions("jurisdiction")))
    {
        Members = [new("jurisdiction", MemberType.Texts, "One of jurisdictions.yaml, or a list of them: jp.")],
        Rows = [new("`jurisdiction: J` or `[..]`", "the service answers for it (`Cds:Knowledge:Jurisdiction`); never unknown")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => Finding.Of(Jurisdictions.Contains(patient.Knowledge.Approvals.Jurisdiction).ToTruth(), [], []);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(words.Jurisdictions(Jurisdictions));
}
