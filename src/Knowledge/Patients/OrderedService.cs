using Cds.Knowledge.Values;

namespace Cds.Knowledge.Patients;

/// <summary>An examination or service that was ordered, and whose order is active.</summary>
/// <param name="Id">Fact or action id of the knowledge base.</param>
/// <param name="Ordered">When it was ordered; null while the record does not say.</param>
/// <param name="Resource">FHIR reference.</param>
public sealed record OrderedService(string Id, ClinicalDate? Ordered, string Resource)
{
    /// <summary>Active orders older than this were forgotten rather than wait; so it is for drug orders (docs/contract/reading.md, 6).</summary>
    private const int StaleDays = 180;

    /// <summary>Whether what it asks for may still come: ordered on or before the day, and not longer ago than 180 days. Without a date the status is believed.</summary>
    public bool IsAwaitedOn(DateOnly day) =>
        Ordered is not { } ordered || (ordered.EarliestDay <= day && ordered.LatestDay >= day.AddDays(-StaleDays));
}
