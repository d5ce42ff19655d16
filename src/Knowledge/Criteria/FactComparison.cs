using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>A number compares with a threshold in the fact's canonical unit. Bounds decide what they can and leave the rest unknown.</summary>
/// <param name="Fact">Fact id.</param>
/// <param name="At">Which value.</param>
/// <param name="Operator">Operator as the source prints it.</param>
/// <param name="Threshold">Threshold in the canonical unit.</param>
public sealed record FactComparison(string Fact, FactTime At, ComparisonOperator Operator, decimal Threshold) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient)
    {
        FactReading reading = patient.Read(Fact, At);
        if (reading.Range is not { } range) return Finding.Lacking(reading.Missing.Count > 0 ? reading.Missing : [Fact]);
        return Finding.Of(Operator.Compare(range, Threshold), reading.Basis, [Fact]);
    }

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [new(ReferenceKind.Fact, Fact)];
}
