using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>A whole patient of the field cases with the answers expected for it (format: README.md beside this file).</summary>
internal sealed class FieldCase
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CdsHooks.Tests", "Field", "Patients");

    private readonly JsonNode _root;

    private FieldCase(string name)
    {
        _root = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!;
        Expected = JsonDocument.Parse(_root["expected"]!.ToJsonString()).RootElement;
    }

    /// <summary>The names of all cases.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>What is expected.</summary>
    public JsonElement Expected { get; }

    private string AsOf => Uri.EscapeDataString(_root["asOf"]!.GetValue<string>());

    private bool IsAboutCards => Expected.TryGetProperty("cards", out _);

    private string? Service => _root["service"]?.GetValue<string>();

    public static FieldCase Read(string name) => new(name);

    /// <summary>Asks the service what the case asks, and says in what its answers differ from the expected ones.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(HttpClient client)
    {
        var differences = new List<string>();
        if (Service is null) differences.AddRange(await AssessmentAsync(client));
        if (Service is not null || IsAboutCards) differences.AddRange(await CardsAsync(client));
        return differences;
    }

    private async Task<IEnumerable<string>> AssessmentAsync(HttpClient client)
    {
        Answer answer = await client.PostTextAsync("/assessments?asOf=" + AsOf, _root["bundle"]!.ToJsonString(), "application/fhir+json");
        return answer.Status == 200 ? AssessmentExpectations.Differences(Expected, answer.Json) : [$"/assessments answers {answer.Status}: {answer.Body}"];
    }

    private async Task<IEnumerable<string>> CardsAsync(HttpClient client)
    {
        string service = Service ?? "myeloma-patient-view";
        JsonObject request = PatientViewRequest.From(_root["bundle"]!);
        request["hook"] = service["myeloma-".Length..];
        foreach ((string member, JsonNode? value) in _root["context"]?.AsObject() ?? []) request["context"]![member] = value?.DeepClone();
        Answer answer = await client.PostJsonAsync($"/cds-services/{service}?asOf={AsOf}", request);
        if (answer.Status != 200) return [$"{service} answers {answer.Status}: {answer.Body}"];
        JsonElement expected = Expected.GetProperty("cards");
        return [.. CardExpectations.Differences(expected, answer.Cards), .. DraftExpectations.Differences(expected, answer.Cards)];
    }
}
