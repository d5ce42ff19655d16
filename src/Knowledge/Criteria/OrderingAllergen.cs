using Cds.Knowledge.Evaluation;

namespace Cds.Knowledge.Criteria;

/// <summary>An allergy to the ordered drug is recorded.</summary>
public sealed record OrderingAllergen : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) =>
        OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => new AllergyRecorded([order.DrugId]).Evaluate(patient));

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [OrderEvidence.Reference];
}
