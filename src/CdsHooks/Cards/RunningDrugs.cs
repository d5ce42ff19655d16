using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Cards;

/// <summary>Drugs that the record shows as running: they are not proposed again.</summary>
internal static class RunningDrugs
{
    /// <summary>Whether a drug is already ordered or taken on the day asked about.</summary>
    public static bool IsRunning(this CardContext context, string drugId) =>
        context.Patient.DrugRecords.Any(record => record.DrugId == drugId && MayRun(record, context.AsOf.Day));

    private static bool MayRun(DrugRecord record, DateOnly day) =>
        record.Status == DrugRecordStatus.Active
        && (record.Start is not { } start || start.EarliestDay <= day)
        && (record.End is not { } end || end.LatestDay >= day);
}
