using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>The same thing recorded twice.</summary>
internal static class RepetitionRelations
{
    public static IEnumerable<Relation> All =>
    [
        Relation.Same("every resource sent twice", record => Repeated(record, null, _ => { })),
        Relation.Same("every result under a second id", record => Repeated(record, "Observation", Rename)),
        Relation.Same("every disease under a second id", record => Repeated(record, "Condition", Rename)),
        Relation.Same("every procedure under a second id", record => Repeated(record, "Procedure", Rename)),
        Relation.Same("every allergy under a second id", record => Repeated(record, "AllergyIntolerance", Rename)),
        Relation.Same("every drug statement under a second id", record => Repeated(record, "MedicationStatement", Rename)),
    ];

    private static void Rename(JsonObject resource) => resource["id"] = resource["id"]!.GetValue<string>() + "-2";

    private static Record? Repeated(Record record, string? type, Action<JsonObject> change)
    {
        JsonObject[] copies = [.. record.Resources(type).Where(resource => resource["id"] is not null && resource["resourceType"]!.GetValue<string>() != "Patient").Select(resource => resource.DeepClone().AsObject())];
        foreach (JsonObject copy in copies) change(copy);
        return copies.Length == 0 ? null : record.Adding(copies);
    }
}
