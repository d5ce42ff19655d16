using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Cards;

/// <summary>What the record shows as running or on its way: it is not proposed again.</summary>
internal static class RunningOrders
{
    /// <summary>Whether a drug is already ordered or taken on the day asked about.</summary>
    public static bool IsRunning(this CardContext context, string drugId) =>
        context.Patient.DrugRecords.Any(record => record.DrugId == drugId && MayRun(record, context.AsOf.Day));

    /// <summary>Whether an examination or service is among the drafts, or has an active order on the day asked about.</summary>
    public static bool IsOnItsWay(this CardContext context, string serviceId) =>
        context.Patient.DraftServices.Any(service => service.Id == serviceId)
        || context.Patient.OrderedServices.Any(service => service.Id == serviceId && service.IsAwaitedOn(context.AsOf.Day));

    private static bool MayRun(DrugRecord record, DateOnly day) =>
        record.Status == DrugRecordStatus.Active
        && (record.Start is not { } start || start.EarliestDay <= day)
        && (record.End is not { } end || end.LatestDay >= day);
}
