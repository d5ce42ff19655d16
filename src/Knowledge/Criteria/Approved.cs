using Cds.Knowledge.Approvals;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// An approval was given by the day asked about, in the jurisdiction of the service. Never unknown: it asks what the table of approvals says.
/// </summary>
/// <param name="Approval">Approval id.</param>
public sealed record Approved(string Approval) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("approved", entry => new Approved(entry.Approval("approved")))
    {
        Members = [new("approved", MemberType.Text, "An approval of approvals.yaml: d-bld.transplant-eligible.")],
        Rows = [new("`approved: A`", "the approval (`approvals.yaml`) was given by the day asked about, in the jurisdiction of the service; never unknown")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) =>
        Finding.Of((patient.Knowledge.Approvals.StatusOn(Approval, patient.AsOf.Day) == ApprovalStatus.Approved).ToTruth(), [], []);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => Clause.Statement(words.Approval(Approval));
}
