using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>Holds for every patient.</summary>
public sealed record Always : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => Finding.Always;

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [];
}
