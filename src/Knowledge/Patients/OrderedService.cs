namespace Cds.Knowledge.Patients;

/// <summary>An examination or service that was ordered, and whose order is active.</summary>
/// <param name="Id">Fact or action id of the knowledge base.</param>
/// <param name="Ordered">When it was ordered; null while the record does not say.</param>
/// <param name="Resource">FHIR reference.</param>
public sealed record OrderedService(string Id, ClinicalDate? Ordered, string Resource)
{
    /// <summary>Whether what it asks for may still come: ordered on or before the day, and not so long ago that it was forgotten. Without a date the status is believed.</summary>
    /// <param name="day">The day asked about.</param>
    /// <param name="forgottenAfterDays">Days after which an order was forgotten rather than waits.</param>
    public bool IsAwaitedOn(DateOnly day, int forgottenAfterDays) =>
        Ordered is not { } ordered || (ordered.EarliestDay <= day && ordered.LatestDay >= day.PlusDays(-forgottenAfterDays));
}
