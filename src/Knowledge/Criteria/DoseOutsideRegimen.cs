using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Criteria;

/// <summary>
/// One dose of the order lies above or below what the regimens plan for the drug by this route, by more than rounding explains. Doses by weight
/// or body surface area are worked out for the patient. False for drugs that no regimen doses; unknown while the dose or the body measure is.
/// </summary>
/// <param name="Above">Above the largest dose, otherwise below the smallest.</param>
/// <param name="Rounding">Part of the dose that rounding to vials and capsules may add or take away, for example 0.1.</param>
public sealed record DoseOutsideRegimen(bool Above, decimal Rounding) : Criterion
{
    /// <inheritdoc />
    public override Finding Evaluate(PatientContext patient) => OrderEvidence.AnyOf(patient, patient.JudgedOrders, order => Of(patient, order));

    /// <inheritdoc />
    public override IEnumerable<Reference> References() => [OrderEvidence.Reference];

    private Finding Of(PatientContext patient, DraftOrder order)
    {
        PlannedDoses planned = PlannedDoses.For(patient, order);
        if (planned.IsEmpty || planned.Contains(order)) return Finding.Never;
        DoseSize ordered = planned.SizeOf(patient, order);
        if (ordered.Amount is not { } dose) return Finding.Lacking(ordered.Missing);
        if (planned.Missing.Count > 0) return Finding.Lacking(planned.Missing);
        bool outside = Above ? dose > planned.HighestFitting(Rounding) : dose < planned.LowestFitting(Rounding);
        return Finding.Of(outside.ToTruth(), [.. ordered.Basis, .. planned.Basis], []);
    }
}
