using System.Text;
using System.Text.Json.Nodes;

namespace Cds.FhirValidation;

/// <summary>The FHIR documents of the repository: mCODE's patients, bundles of the mapping tests, samples, cases, hook requests and the project's package.</summary>
public static class ProjectExamples
{
    private static readonly string[] Folders = ["fhir-profiles", "samples", "tests/FhirMapping.Tests/Bundles", "tests/CdsHooks.Tests/Cases"];

    /// <summary>All of them. Cases and golden bundles give their bundle, hook requests every resource of their prefetch and their draft orders.</summary>
    public static IEnumerable<FhirExample> All() => Folders.SelectMany(RepositoryFiles.Json).SelectMany(Documents);

    private static IEnumerable<FhirExample> Documents(string file)
    {
        string text = RepositoryFiles.Text(file);
        JsonNode json = JsonNode.Parse(text)!;
        if (json["resourceType"] is not null) return [new(file, Encoding.UTF8.GetBytes(text))];
        if (json["bundle"] is { } bundle) return [Document(file, bundle)];
        return json["prefetch"] is JsonObject prefetch
            ? [.. prefetch.Where(part => part.Value is not null).Select(part => Document($"{file}#{part.Key}", part.Value!)), .. Drafts(file, json)]
            : [];
    }

    private static IEnumerable<FhirExample> Drafts(string file, JsonNode request) =>
        request["context"]?["draftOrders"] is { } drafts ? [Document($"{file}#draftOrders", drafts)] : [];

    private static FhirExample Document(string name, JsonNode json) => new(name, Encoding.UTF8.GetBytes(json.ToJsonString()));
}
