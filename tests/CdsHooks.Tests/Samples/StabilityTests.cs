using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>What must not change an assessment: the order of the records, the language, the kind of Bundle.</summary>
public sealed class StabilityTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Patients() => CardRulesTests.Patients();

    [Theory]
    [MemberData(nameof(Patients))]
    public async Task Order_of_records_kind_of_bundle_and_language_do_not_matter(string file)
    {
        JsonNode content = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, file), TestContext.Current.CancellationToken))!;
        JsonNode bundle = content["bundle"] ?? content;
        string url = "/assessments?asOf=" + Uri.EscapeDataString(content["asOf"]?.GetValue<string>() ?? "2026-11-20");
        string[] expected = await AnswersAsync(url, bundle);

        JsonNode reversed = bundle.DeepClone();
        reversed["type"] = "searchset";
        reversed["entry"] = new JsonArray([.. bundle["entry"]!.AsArray().Reverse().Select(entry => entry!.DeepClone())]);
        Assert.Equal(expected, await AnswersAsync(url, reversed));
        Assert.Equal(expected, await AnswersAsync(url + "&lang=ja", bundle));
    }

    /// <summary>The answer without its texts, a line for each conclusion and recommendation.</summary>
    private async Task<string[]> AnswersAsync(string url, JsonNode bundle)
    {
        Answer answer = await _client.PostTextAsync(url, bundle.ToJsonString(), "application/fhir+json");
        Assert.True(answer.Status == 200, answer.Body);
        return
        [
            .. answer.Json.GetProperty("conclusions").EnumerateArray().Select(conclusion => Line(conclusion, "id", "value", "possible", "missing", "undetermined")),
            .. answer.Json.GetProperty("recommendations").EnumerateArray().Select(recommendation =>
                Line(recommendation, "id", "status", "missing") + string.Concat(recommendation.GetProperty("options").EnumerateArray().Select(option => " " + Line(option, "id", "standing")))),
        ];
    }

    private static string Line(JsonElement element, params string[] members) =>
        string.Join(' ', members.Select(member => element.TryGetProperty(member, out JsonElement value) ? JsonSerializer.Serialize(value) : ""));
}
