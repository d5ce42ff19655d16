namespace Cds.Knowledge.Criteria;

/// <summary>
/// The drug is given for maintenance, or for anything else: by the regimen that is offered, else by what is ordered and runs. Never unknown: an order that
/// nobody can prove to be maintenance is judged like any other treatment.
/// </summary>
/// <param name="Expected">Whether it has to be maintenance.</param>
public sealed record ForMaintenance(bool Expected) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("for-maintenance", entry => new ForMaintenance(entry.Flag("for-maintenance")))
    {
        Members = [new("for-maintenance", MemberType.Flag, "What the drug is given for; never unknown.")],
        Rows = [new("`for-maintenance: true` or `false`", "the regimen that is offered is one of maintenance; of an order: the drugs ordered and running are a maintenance treatment after a transplant or after a regimen of more drugs, without progression")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient)
    {
        bool maintenance = patient.Planned is { } regimen ? regimen.IsMaintenance : OrderedMaintenance.IsProven(patient);
        return Finding.Of((maintenance == Expected).ToTruth(), [], []);
    }

    /// <inheritdoc />
    protected override bool LooksAtOrders => true;

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(Expected
        ? new LocalizedText("given for maintenance", "維持療法として投与")
        : new LocalizedText("given for anything other than maintenance", "維持療法以外の投与"));
}
