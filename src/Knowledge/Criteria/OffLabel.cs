using Cds.Knowledge.Approvals;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// An approval is known to be lacking on the day asked about: there is none, or it came later. Never unknown; where the jurisdiction has no entry nothing is
/// known, and nothing is called off-label.
/// </summary>
/// <param name="Approval">Approval id.</param>
public sealed record OffLabel(string Approval) : Criterion
{
    /// <summary>How it is written.</summary>
    internal static CriterionKind Kind { get; } = new("off-label", entry => new OffLabel(entry.Approval("off-label")))
    {
        Members = [new("off-label", MemberType.Text, "An approval of approvals.yaml that is known to be lacking: lenalidomide.al-amyloidosis.")],
        Rows = [new("`off-label: A`", "the approval is known to be lacking on the day asked about; never unknown")],
    };

    /// <inheritdoc />
    protected override Finding Look(PatientContext patient) => Finding.Of(
        (patient.Knowledge.Approvals.StatusOn(Approval, patient.AsOf.Day) is ApprovalStatus.NotApproved or ApprovalStatus.NotYetApproved).ToTruth(), [], []);

    /// <inheritdoc />
    public override IEnumerable<Dependency> Dependencies() => [];

    /// <inheritdoc />
    public override Clause InWords(WordList words) => new(new LocalizedText("known not to be", "次に該当しないことが既知"), [Clause.Statement(words.Approval(Approval))]);
}
