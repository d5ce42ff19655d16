using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Cases;

/// <summary>Whole patients with the answers expected for them, over the wire (format: Cases/README.md).</summary>
public sealed class ExampleCaseTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Files() => new(CaseFiles.All);

    public static MatrixTheoryData<string, PrefetchBy> FilesAboutCards() => new(AboutCards, Enum.GetValues<PrefetchBy>());

    private static IEnumerable<string> AboutCards => CaseFiles.All.Where(file =>
        JsonDocument.Parse(CaseFiles.Read(file)).RootElement is var root && root.GetProperty("asOf").GetString() == "2026-11-20"
        && root.GetProperty("expected").TryGetProperty("cards", out JsonElement cards) && cards.EnumerateObject().Any());

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Assessment_is_as_expected(string file)
    {
        JsonElement root = JsonDocument.Parse(CaseFiles.Read(file)).RootElement;
        string asOf = Uri.EscapeDataString(root.GetProperty("asOf").GetString()!);
        Answer answer = await _client.PostTextAsync("/assessments?asOf=" + asOf, root.GetProperty("bundle").GetRawText(), "application/fhir+json");
        Assert.True(answer.Status == 200, answer.Body);
        AssertNothing([.. ConclusionExpectations.Differences(root, answer.Json), .. RecommendationExpectations.Differences(root, answer.Json)]);
    }

    [Theory]
    [MemberData(nameof(FilesAboutCards))]
    public async Task Cards_are_as_expected(string file, PrefetchBy way)
    {
        JsonNode root = JsonNode.Parse(CaseFiles.Read(file))!;
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, PatientViewRequest.From(root["bundle"]!, way));
        Assert.True(answer.Status == 200, answer.Body);
        JsonElement expected = JsonDocument.Parse(root["expected"]!["cards"]!.ToJsonString()).RootElement;
        AssertNothing([.. CardExpectations.Differences(expected, answer.Cards)]);
    }

    private static void AssertNothing(IReadOnlyList<string> differences) => Assert.True(differences.Count == 0, string.Join('\n', differences));
}
