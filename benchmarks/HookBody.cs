using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cds.Benchmarks;

/// <summary>Calls of patient-view about the patients of <see cref="PatientBundle"/>, with a value for each prefetch key.</summary>
internal static class HookBody
{
    private static readonly string[] OtherKeys =
        ["myelomaMarkers", "immunoglobulins", "cytogenetics", "infections", "findings", "localCodes", "cytogeneticReports", "medicationStatements", "medicationAdministrations",
         "medicationDispenses", "procedures", "allergies", "serviceRequests", "questionnaireResponses"];

    /// <summary>12, 200 and 1,100 resources beside patient and disease.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]> { ["small"] = With(8, 2), ["typical"] = With(190, 10), ["large"] = With(1000, 100) };

    /// <summary>The body as UTF-8 JSON.</summary>
    public static byte[] With(int observations, int drugs)
    {
        JsonNode[] resources = [.. JsonNode.Parse(PatientBundle.With(observations, drugs))!["entry"]!.AsArray().Select(entry => entry!["resource"]!.DeepClone())];
        var prefetch = new JsonObject
        {
            ["patient"] = resources.First(resource => TypeOf(resource) == "Patient"),
            ["conditions"] = Bundle(resources.Where(resource => TypeOf(resource) == "Condition")),
            ["chemistry"] = Bundle(resources.Where(resource => TypeOf(resource) == "Observation")),
            ["medicationRequests"] = Bundle(resources.Where(resource => TypeOf(resource) == "MedicationRequest")),
        };
        foreach (string key in OtherKeys) prefetch[key] = Bundle([]);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["hook"] = "patient-view",
            ["hookInstance"] = "6d1f3a52-1c0b-4c7e-9e0a-7f5f2d9a4b10",
            ["context"] = new JsonObject { ["userId"] = "Practitioner/1", ["patientId"] = "p1" },
            ["prefetch"] = prefetch,
        });
    }

    private static string TypeOf(JsonNode resource) => (string)resource["resourceType"]!;

    private static JsonObject Bundle(IEnumerable<JsonNode> resources) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["entry"] = new JsonArray([.. resources.Select(resource => new JsonObject { ["resource"] = resource })]),
    };
}
