using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Whether the orders that are judged, with what runs beside them, are a maintenance treatment.</summary>
internal static class OrderedMaintenance
{
    /// <summary>
    /// The drugs are one of maintenance without a corticosteroid, the line had a transplant or a regimen of more drugs, and nothing has progressed since it began.
    /// </summary>
    public static bool IsProven(PatientContext patient)
    {
        if (patient.JudgedOrders.Count == 0 || patient.Therapy.Lines is not [.., { } line]) return false;
        Drug[] together =
        [
            .. patient.Record.DraftOrders.Concat(patient.JudgedOrders).Select(o => o.DrugId)
                .Concat(patient.Therapy.AntiMyeloma.Concat(patient.Therapy.Corticosteroids).Where(p => p.Running == Truth.True).Select(p => p.DrugId))
                .Distinct().Select(id => patient.Knowledge.Drugs.GetValueOrDefault(id)).OfType<Drug>().Where(d => d.IsAntiMyeloma),
        ];
        if (together.Any(d => d.IsAccompanying) || !patient.Knowledge.Roles.IsMaintenance([.. together.Select(d => d.Id)])) return false;
        return FollowsMore(patient, line, together.Length) && patient.Therapy.Progressions.All(p => p.Day <= line.Start);
    }

    private static bool FollowsMore(PatientContext patient, LineOfTherapy line, int drugs)
    {
        if (line.Transplants.Count > 0) return true;
        int before = line.Periods.Where(p => !p.BelongsToTransplant).Select(p => p.DrugId).Distinct().Count();
        bool withSteroid = patient.Therapy.Corticosteroids.Any(c => c.LatestEnd >= line.Start && c.Start <= line.LastDose);
        return before + (withSteroid ? 1 : 0) > drugs;
    }
}
