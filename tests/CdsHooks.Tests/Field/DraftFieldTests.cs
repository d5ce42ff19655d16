using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>Field cases about doses and drafts, over the wire.</summary>
public sealed class DraftFieldTests(RealService service) : IClassFixture<RealService>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CdsHooks.Tests", "Field", "Drafts");

    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Drafts_are_as_expected(string file)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;
        JsonObject request = PatientViewRequest.From(root["bundle"]!);
        string path = HookRequests.PatientView;
        if (root["service"]?.GetValue<string>() is { } called)
        {
            path = "/cds-services/" + called;
            request["hook"] = called["myeloma-".Length..];
            foreach ((string name, JsonNode? value) in root["context"]!.AsObject()) request["context"]![name] = value!.DeepClone();
        }

        Answer answer = await _client.PostJsonAsync($"{path}?asOf={root["asOf"]}", request);
        Assert.True(answer.Status == 200, answer.Body);
        JsonElement expected = JsonDocument.Parse(root["expected"]!["cards"]!.ToJsonString()).RootElement;
        Assert.Equal([], DraftExpectations.Differences(expected, answer.Cards));
    }
}
