using System.Text.Json.Nodes;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Statuses as real records have them: any letter case, texts, local codes beside the known ones, and what is no status at all (<c>statuses.csv</c>).</summary>
public sealed class StatusFieldTests
{
    public static TheoryData<string> Shared => FieldTable.Ids("statuses.csv");

    public static TheoryData<string> Own => FieldTable.Ids("own-statuses.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_status_lets_a_resource_count_or_not(string id) => Holds(FieldTable.Row("statuses.csv", id));

    [Theory]
    [MemberData(nameof(Own))]
    public void A_status_lets_a_resource_count_or_not(string id) => Holds(FieldTable.Row("own-statuses.csv", id));

    private static void Holds(FieldRow row)
    {
        string[] carrier = row["carrier"].Split('.');
        JsonObject resource = FieldResource.Sound(carrier[0]);
        // An end beside "active" would be another case.
        if (carrier[1].StartsWith("abatement", StringComparison.Ordinal)) resource.Remove("clinicalStatus");
        resource[carrier[1]] = JsonNode.Parse(row["sent"]);
        PatientFacts facts = Reading.Facts(resource.ToJsonString());
        Assert.Equal($"{row["id"]}: {row["expected"]}", $"{row["id"]}: {FieldResource.Outcome(carrier[0], facts)}");
        FieldNotes.Hold(row, facts);
    }
}
