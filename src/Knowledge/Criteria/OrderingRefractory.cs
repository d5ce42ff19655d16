using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// The disease is refractory to the ordered anti-myeloma drug. Corticosteroids never count; a drug that was never given cannot be unclear.
/// </summary>
/// <param name="Classes">Class ids for which refractoriness to any drug of the class counts; null for the drug itself.</param>
public sealed record OrderingRefractory(IReadOnlyList<string>? Classes) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) =>
        OrderEvidence.AnyOf(patient, patient.JudgedOrders.Where(o => Counts(patient, o)), order =>
        {
            string id = Classes is null ? order.DrugId : patient.Knowledge.Drugs[order.DrugId].Class!;
            Finding refractory = patient.Therapy.Refractory(id);
            return refractory.Truth == Truth.Unknown && patient.Therapy.Exposed(id).Truth == Truth.False ? Finding.Never : refractory;
        });

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [OrderEvidence.Reference];

    private bool Counts(PatientContext patient, DraftOrder order)
    {
        Drug drug = patient.Knowledge.Drugs[order.DrugId];
        return drug.IsTreatment && (Classes is null || (drug.Class is { } own && Classes.Contains(own)));
    }
}
