using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Brings the dose of an order into what can be given to this patient; the rule per square metre or kilogram stays in its text, with the amount
/// behind it.
/// </summary>
internal static class OrderedDose
{
    public static DrugOrder For(PatientContext patient, DrugOrder order)
    {
        if (order is not { DoseAmount: { } amount, DoseUnit: { } unit }) return order;
        PatientDose dose = PatientDose.Of(patient, patient.Knowledge.Drugs[order.DrugId], order.Route, amount, unit, order.MaximumDose);
        if (order.DoseAmountHigh is { } high) return Range(patient, order, dose, PatientDose.Of(patient, patient.Knowledge.Drugs[order.DrugId], order.Route, high, unit));
        return order with
        {
            DoseAmount = dose.Amount,
            DoseUnit = dose.Unit,
            DoseMissing = dose.Missing,
            Text = order.Text.FollowedBy(dose.Remark),
        };
    }

    /// <summary>A range stays one while both ends can be given as they are; otherwise its words have to do.</summary>
    private static DrugOrder Range(PatientContext patient, DrugOrder order, PatientDose low, PatientDose high) =>
        low.Amount == order.DoseAmount && high.Amount == order.DoseAmountHigh && low.Unit == order.DoseUnit
            ? order
            : order with { DoseAmount = null, DoseAmountHigh = null, DoseUnit = null, DoseMissing = low.Missing };
}
