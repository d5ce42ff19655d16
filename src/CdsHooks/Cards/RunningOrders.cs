namespace Cds.CdsHooks.Cards;

/// <summary>What the record shows as running or on its way: it is not proposed again.</summary>
internal static class RunningOrders
{
    /// <summary>Whether a drug is already ordered or taken on the day asked about, as the knowledge base decides it.</summary>
    public static bool IsRunning(this CardContext context, string drugId) =>
        context.Assessment.Ongoing.Contains(drugId);

    /// <summary>Whether an examination or service is among the drafts, or has an active order on the day asked about.</summary>
    public static bool IsOnItsWay(this CardContext context, string serviceId) =>
        context.Patient.DraftServices.Any(service => service.Id == serviceId)
        || context.Assessment.Awaited.Contains(serviceId);
}
