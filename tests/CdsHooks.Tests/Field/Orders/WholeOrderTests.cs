using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Field.Orders;

/// <summary>Whole requests with drafts that cannot be identified, or drugs that no rule covers: something is said, and nothing wrong.</summary>
public sealed class WholeOrderTests(RealService service) : IClassFixture<RealService>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CdsHooks.Tests", "Field", "Orders", "Whole");

    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_answer_is_not_silent_and_not_wrong(string file)
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
        JsonElement[] cards = [.. answer.Cards.EnumerateArray()];
        JsonNode expected = root["expected"]!["cards"]!;
        Assert.True(cards.Length >= (int)expected["min"]!, answer.Body);
        foreach (JsonElement card in cards)
        {
            Assert.True(card.GetProperty("detail").GetString()!.Length >= 20);
            if (expected["indicators"] is JsonArray allowed) Assert.Contains(card.GetProperty("indicator").GetString(), allowed.Select(indicator => indicator!.GetValue<string>()));
        }

        foreach (string word in expected["summaryContains"]?["*"]?.AsArray().Select(word => word!.GetValue<string>()) ?? [])
            Assert.Contains(cards, card => card.GetProperty("summary").GetString()!.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
