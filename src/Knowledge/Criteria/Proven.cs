using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>The data prove the part. Never unknown: it asks what the record shows, not what is the case (a check that nobody recorded).</summary>
/// <param name="Part">What has to be proven.</param>
public sealed record Proven(Criterion Part) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        Finding finding = Part.Evaluate(patient);
        return Finding.Of((finding.Truth == Truth.True).ToTruth(), finding.Basis, []);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => Part.References();

    /// <inheritdoc />
    public override IEnumerable<Criterion> Children() => [Part];
}
