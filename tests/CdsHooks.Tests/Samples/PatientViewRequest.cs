using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>How a client fills the prefetch.</summary>
public enum PrefetchBy
{
    /// <summary>As a server answers the searches: type and codes.</summary>
    Search,

    /// <summary>Every resource under every key of its type, so that Observations come several times.</summary>
    Type,
}

/// <summary>The call of patient-view that an EHR with the records of a Bundle would make, by the prefetch templates that discovery publishes.</summary>
internal static class PatientViewRequest
{
    private static readonly IReadOnlyDictionary<string, string> Templates = ReadTemplates();

    public static IEnumerable<string> Keys => Templates.Keys;

    public static JsonObject From(JsonNode bundle, PrefetchBy way = PrefetchBy.Search)
    {
        JsonNode[] resources = [.. bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!)];
        JsonNode patient = resources.Single(resource => Type(resource) == "Patient");
        JsonObject request = HookRequests.Valid(patient["id"]!.GetValue<string>()).With("prefetch.patient", patient.DeepClone());
        foreach ((string key, string template) in Templates.Where(entry => entry.Key != "patient"))
            request["prefetch"]![key] = HookRequests.Bundle([.. resources.Where(resource => IsFound(template, resource, way))]);
        return request;
    }

    private static bool IsFound(string template, JsonNode resource, PrefetchBy way)
    {
        string[] parts = template.Split('?');
        if (parts[0] != Type(resource)) return false;
        string? codes = parts[1].Split('&').FirstOrDefault(parameter => parameter.StartsWith("code=", StringComparison.Ordinal));
        if (codes is null || way == PrefetchBy.Type) return true;
        string[] tokens = codes["code=".Length..].Split(',');
        return (resource["code"]?["coding"]?.AsArray() ?? [])
            .Any(coding => tokens.Contains($"{coding!["system"]}|{coding["code"]}") || tokens.Contains($"{coding["system"]}|"));
    }

    private static string Type(JsonNode resource) => resource["resourceType"]!.GetValue<string>();

    private static IReadOnlyDictionary<string, string> ReadTemplates()
    {
        string discovery = File.ReadAllText(Path.Combine(Repository.Root, "tests", "CdsHooks.Tests", "Approved", "discovery.json"));
        return JsonDocument.Parse(discovery).RootElement.GetProperty("services").EnumerateArray()
            .Single(service => service.GetProperty("hook").GetString() == "patient-view").GetProperty("prefetch").EnumerateObject()
            .ToDictionary(template => template.Name, template => template.Value.GetString()!);
    }
}
