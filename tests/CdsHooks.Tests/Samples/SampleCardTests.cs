using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.KnowledgePages;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>The rules of cards and answers, held against everything that the shipped knowledge says of the sample patients, in both languages.</summary>
public sealed class SampleCardTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string, string> Samples() =>
        new(SampleReadme.Rows.SelectMany(row => new[] { (row.File, "en"), (row.File, "ja") }));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task J2_Every_card_of_every_sample_obeys_the_specification_and_its_links_lead_to_their_rule(string file, string lang)
    {
        Answer answer = await _client.PostJsonAsync($"{HookRequests.PatientView}?asOf=2026-11-20&lang={lang}", PatientViewRequest.From(JsonNode.Parse(Read(file))!));
        foreach (JsonElement card in answer.Cards.EnumerateArray())
        {
            CardRules.AssertFilled(card, "$");
            CardRules.Check(card, "http://localhost");
            if (!card.TryGetProperty("links", out JsonElement links)) continue;
            foreach (JsonElement link in links.EnumerateArray())
            {
                var url = new Uri(link.GetProperty("url").GetString()!);
                Assert.Contains($"<code class=\"id\" translate=\"no\">{url.Segments[^1]}</code>", (await _client.GetAnswerAsync(url.PathAndQuery)).Body, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_assessment_of_every_sample_has_the_shape_that_is_described(string file, string lang)
    {
        JsonElement description = (await _client.GetAnswerAsync("/openapi/v1.json")).Json;
        JsonElement schema = description.GetProperty("components").GetProperty("schemas").GetProperty("Assessment");
        Answer answer = await _client.PostTextAsync($"/assessments?asOf=2026-11-20&explain=all&lang={lang}", Read(file), "application/fhir+json");
        DescribedShape.Check(description, schema, answer.Json, "$");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task R9_The_order_of_the_resources_makes_no_difference(string file, string lang)
    {
        JsonNode bundle = JsonNode.Parse(Read(file))!;
        string first = (await _client.PostJsonAsync("/assessments?asOf=2026-11-20&lang=" + lang, bundle)).Body;
        bundle["entry"] = new JsonArray([.. bundle["entry"]!.AsArray().Reverse().Select(entry => entry!.DeepClone())]);
        Assert.Equal(first, (await _client.PostJsonAsync("/assessments?asOf=2026-11-20&lang=" + lang, bundle)).Body);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Samples, file));
}
