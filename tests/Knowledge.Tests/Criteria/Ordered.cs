using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

/// <summary>Evaluates criteria about orders.</summary>
internal static class Ordered
{
    /// <summary>A patient with myeloma for whom these orders are being written.</summary>
    public static PatientFacts Patient(params DraftOrder[] orders) => Build.Myeloma() with { DraftOrders = orders };

    /// <summary>A selected draft.</summary>
    public static DraftOrder Order(string drug, decimal? dose = null, string? unit = "mg", Route? route = null, decimal? doses = null) =>
        new(drug, $"MedicationRequest/{drug}", true) { DoseAmount = dose, DoseUnit = dose is null ? null : unit, Route = route, DosesPer28Days = doses };

    /// <summary>A request that is active since a month.</summary>
    public static DrugRecord Active(string drug, string id = "active") =>
        new(drug, DrugRecordSource.Request, DrugRecordStatus.Active, "MedicationRequest/" + id) { Start = ClinicalDate.OnDay(Build.Day(30)) };

    /// <summary>The answer seen from the selected orders.</summary>
    public static Finding Evaluate(this Criterion criterion, PatientFacts patient) =>
        criterion.Evaluate(Build.Context(patient).Judging([.. patient.DraftOrders.Where(o => o.IsSelected)]));

    public static Truth TruthFor(this Criterion criterion, params DraftOrder[] orders) => Evaluate(criterion, Patient(orders)).Truth;
}
