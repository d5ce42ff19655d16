namespace Cds.Knowledge.Evaluation;

/// <summary>The data behind an answer that one part decided before the others were looked at. The others are looked at when somebody asks for the data: they may say the same.</summary>
/// <param name="patient">The patient, as looked at.</param>
/// <param name="parts">The parts.</param>
/// <param name="findings">What the first of them say; the rest is filled in.</param>
/// <param name="known">How many are known.</param>
/// <param name="deciding">The answer.</param>
internal sealed class RestOfBasis(PatientContext patient, IReadOnlyList<Criterion> parts, Finding[] findings, int known, Truth deciding) : ListOnDemand<Basis>
{
    /// <inheritdoc />
    protected override IReadOnlyList<Basis> Make()
    {
        for (int i = known; i < findings.Length; i++) findings[i] = parts[i].Evaluate(patient);
        return JoinedBasis.Of(findings, deciding);
    }
}
