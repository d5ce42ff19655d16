using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>Values that laboratories print and that are computed here: a print never beats its raw values of the same day or later.</summary>
internal static class DerivedRelations
{
    private const string Calcium = "17861-6", Albumin = "1751-7", Kappa = "36916-5", Lambda = "33944-0";

    public static IEnumerable<Relation> All =>
    [
        Relation.Same("a corrected calcium printed beside calcium and albumin", record => Printed(record, [Calcium, Albumin], "29265-6", 15m, "mg/dL")),
        Relation.Same("a light-chain ratio printed beside both chains", record => Printed(record, [Kappa, Lambda], "48378-4", 1m, "1")),
    ];

    /// <summary>A print of another value on the day of the latest raw values, where both are of one day.</summary>
    private static Record? Printed(Record record, string[] raw, string code, decimal value, string unit)
    {
        string?[] days = [.. raw.Select(loinc => record.Resources("Observation").Where(resource => Code(resource) == loinc && resource["valueQuantity"]?["comparator"] is null)
            .Select(resource => resource["effectiveDateTime"]?.GetValue<string>()).Where(day => day is not null && string.CompareOrdinal(day, record.AsOf) <= 0).Max())];
        if (days[0] is not { } day || days.Any(other => other != day)) return null;
        return record.Adding(new JsonObject
        {
            ["resourceType"] = "Observation", ["id"] = "printed", ["status"] = "final", ["subject"] = new JsonObject { ["reference"] = record.Subject }, ["effectiveDateTime"] = day,
            ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://loinc.org", ["code"] = code }) },
            ["valueQuantity"] = new JsonObject { ["value"] = value, ["unit"] = unit },
        });
    }

    private static string? Code(JsonObject resource) => resource["code"]?["coding"]?[0]?["code"]?.GetValue<string>();
}
