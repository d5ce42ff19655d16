using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Services.Orders;
using Cds.CdsHooks.Tests.Specification;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>samples/README.md says what each sample patient shows; the service has to agree.</summary>
public sealed class SampleTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string, string> Promises() => new(SampleReadme.Rows.Select(row => (row.File, string.Join(' ', row.Due))));

    [Fact]
    public void Every_sample_has_its_line_and_every_line_its_sample() =>
        Assert.Equal(
            Directory.GetFiles(Repository.Samples, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            SampleReadme.Rows.Select(row => row.File).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task Exactly_the_recommendations_of_the_readme_are_due(string file, string due)
    {
        Answer answer = await _client.PostTextAsync("/assessments?asOf=2026-11-20", Read(file), "application/fhir+json");
        Assert.Equal(200, answer.Status);
        Assert.Equal(Sorted(due.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Sorted(answer.Json.GetProperty("recommendations").EnumerateArray()
            .Where(recommendation => recommendation.GetProperty("status").GetString() == "due")
            .Select(recommendation => recommendation.GetProperty("id").GetString()!)));
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task Each_recommendation_that_is_due_has_its_card(string file, string due)
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, PatientViewRequest.From(JsonNode.Parse(Read(file))!));
        Assert.Equal(200, answer.Status);
        string[] ids = [.. answer.Cards.EnumerateArray().Select(CardId), .. answer.Cards.EnumerateArray().SelectMany(card => AnswerShape.Items(card.Assessment(), "also")).Select(also => also.GetString()!)];
        Assert.Empty(due.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(ids));
    }

    [Fact]
    public void The_ready_request_carries_the_first_sample()
    {
        JsonNode request = JsonNode.Parse(Read("requests/patient-view.json"))!;
        JsonNode expected = PatientViewRequest.From(JsonNode.Parse(Read("newly-diagnosed-transplant-eligible.json"))!);
        Assert.Equal(PatientViewRequest.Keys, request["prefetch"]!.AsObject().Select(part => part.Key));
        Assert.Equal(Resources(expected), Resources(request));
    }

    public static TheoryData<string, string> OrderRequests() => new(SampleReadme.Requests.Select(row => (row.File, string.Join(' ', row.Cards))));

    [Theory]
    [MemberData(nameof(OrderRequests))]
    public async Task Order_requests_are_answered_by_the_cards_of_the_readme(string file, string cards)
    {
        JsonNode request = JsonNode.Parse(Read(file))!;
        Answer answer = await _client.PostJsonAsync("/cds-services/myeloma-" + request["hook"], request);
        Assert.Equal(200, answer.Status);
        Assert.Equal(Sorted(cards.Split(' ')), Sorted(answer.Cards.EnumerateArray().Select(CardId)));
    }

    internal static string CardId(JsonElement card) =>
        card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString()!;

    private static string[] Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Samples, file));

    private static IReadOnlyDictionary<string, string> Resources(JsonNode request) => request["prefetch"]!.AsObject().ToDictionary(
        part => part.Key,
        part => part.Key == "patient"
            ? part.Value!.ToJsonString()
            : string.Join('\n', (part.Value!["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!.ToJsonString())));
}
