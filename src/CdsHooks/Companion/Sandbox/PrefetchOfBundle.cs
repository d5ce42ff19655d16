using System.Text.Json.Nodes;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Companion.Sandbox;

/// <summary>Divides a Bundle among the prefetch keys of a service, as an EHR would by its searches: by type, and by the codes that a template asks for.</summary>
internal static class PrefetchOfBundle
{
    /// <summary>The prefetch.</summary>
    public static JsonObject Of(JsonNode bundle, IReadOnlyList<PrefetchTemplate> templates)
    {
        JsonNode[] entries = [.. bundle["entry"]?.AsArray().OfType<JsonNode>() ?? []];
        var prefetch = new JsonObject();
        foreach (PrefetchTemplate template in templates)
        {
            JsonNode[] found = [.. entries.Where(entry => Answers(template, entry["resource"]))];
            prefetch[template.Key] = template.IsRead ? found.FirstOrDefault()?["resource"]?.DeepClone() : new JsonObject
            {
                ["resourceType"] = "Bundle", ["type"] = "searchset", ["entry"] = new JsonArray([.. found.Select(entry => entry.DeepClone())]),
            };
        }

        // A medication behind a reference comes with the requests that name it, as _include would bring it.
        if (prefetch["medicationRequests"]?["entry"] is JsonArray requests)
        {
            foreach (JsonNode medication in entries.Where(entry => TypeOf(entry["resource"]) == "Medication")) requests.Add(medication.DeepClone());
        }

        return prefetch;
    }

    private static bool Answers(PrefetchTemplate template, JsonNode? resource)
    {
        if (TypeOf(resource) != template.ResourceType) return false;
        string? codes = template.Query.Split('?').Last().Split('&').FirstOrDefault(parameter => parameter.StartsWith("code=", StringComparison.Ordinal))?["code=".Length..];
        if (codes is null) return true;
        HashSet<string> wanted = [.. codes.Split(',')];
        return resource!["code"]?["coding"] is JsonArray codings && codings.OfType<JsonObject>()
            .Any(coding => wanted.Contains($"{Text(coding, "system")}|{Text(coding, "code")}") || wanted.Contains($"{Text(coding, "system")}|"));
    }

    private static string? TypeOf(JsonNode? resource) => Text(resource as JsonObject, "resourceType");

    private static string? Text(JsonObject? parent, string name) => parent?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
