using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>The call of patient-view that an EHR with the records of a Bundle would make: every prefetch key filled, with an empty search where it has none.</summary>
internal static class PatientViewRequest
{
    private static readonly IReadOnlyDictionary<string, string> Keys = new Dictionary<string, string>
    {
        ["conditions"] = "Condition",
        ["observations"] = "Observation",
        ["medicationRequests"] = "MedicationRequest",
        ["medicationStatements"] = "MedicationStatement",
        ["medicationAdministrations"] = "MedicationAdministration",
        ["medicationDispenses"] = "MedicationDispense",
        ["procedures"] = "Procedure",
        ["allergies"] = "AllergyIntolerance",
    };

    public static JsonObject From(JsonNode bundle)
    {
        JsonNode[] resources = [.. bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!)];
        JsonNode patient = resources.Single(resource => Type(resource) == "Patient");
        JsonObject request = HookRequests.Valid(patient["id"]!.GetValue<string>()).With("prefetch.patient", patient.DeepClone());
        foreach ((string key, string type) in Keys)
            request["prefetch"]![key] = HookRequests.Bundle([.. resources.Where(resource => Type(resource) == type)]);
        return request;
    }

    private static string Type(JsonNode resource) => resource["resourceType"]!.GetValue<string>();
}
