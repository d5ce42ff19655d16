using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.LocalKnowledge;

/// <summary>Codes that a site adds as FHIR JSON in its overlay folder: used by every route, reloaded, and refused as a whole when one is wrong.</summary>
public sealed class LocalCodeTests : IDisposable
{
    private const string Map = """
        {"resourceType":"ConceptMap","status":"active","group":[{"source":"https://hospital.example.jp/lab","target":"https://myeloma-cds.example.org/fhir/CodeSystem/fact",
          "element":[{"code":"B2M","target":[{"code":"beta2-microglobulin","equivalence":"equivalent"}]}]}]}
        """;

    private readonly OverlayService _service = new();
    private readonly HttpClient _client;

    public LocalCodeTests() => _client = _service.CreateClient();

    private CurrentKnowledge Current => _service.Services.GetRequiredService<CurrentKnowledge>();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_reload_makes_local_codes_count_in_assessments_hooks_and_prefetch()
    {
        Assert.Null(await StageAsync());
        Assert.DoesNotContain("https://hospital.example.jp/lab|", await LocalCodesTemplateAsync(), StringComparison.Ordinal);

        _service.Write("codes/laboratory.json", Map);
        Assert.True(Current.Reload(), string.Join("; ", Current.Rejected));

        Assert.Equal("III", await StageAsync());
        Assert.Contains("https://hospital.example.jp/lab|", await LocalCodesTemplateAsync(), StringComparison.Ordinal);
        JsonObject request = HookRequests.Valid().With("prefetch.conditions", HookRequests.Bundle(Myeloma())).With("prefetch.localCodes", HookRequests.Bundle(LocalB2m()));
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-20", request);
        JsonElement card = answer.Cards.EnumerateArray().First(c => c.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString() == "staging.iss");
        Assert.Equal("III", card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-nothing"}""", "local.json: $.id: 'fact-nothing' names nothing")]
    [InlineData("{", "local.json:1: no JSON")]
    public async Task Broken_codes_never_replace_working_ones_and_the_defect_names_file_and_place(string json, string defect)
    {
        _service.Write("codes/laboratory.json", Map);
        Assert.True(Current.Reload());
        _service.Write("codes/local.json", json);
        Assert.False(Current.Reload());
        Assert.Contains(defect, string.Join('\n', Current.Rejected), StringComparison.Ordinal);
        Assert.Equal("III", await StageAsync());
        Assert.Equal("overlay-rejected", (await _client.GetAnswerAsync("/health/ready")).Json.GetProperty("degraded").GetString());
    }

    [Fact]
    public void A_start_with_broken_codes_fails()
    {
        using var broken = new OverlayService();
        broken.Write("local.json", """{"resourceType":"Bundle"}""");
        var exception = Assert.Throws<Knowledge.Loading.KnowledgeDefectsException>(() => broken.Services.GetRequiredService<CurrentKnowledge>());
        Assert.Contains("local.json: $.resourceType: neither a ValueSet nor a ConceptMap", exception.Message, StringComparison.Ordinal);
    }

    private static JsonObject Myeloma() => (JsonObject)JsonNode.Parse("""
        {"resourceType":"Condition","id":"mm","subject":{"reference":"Patient/p1"},"onsetDateTime":"2026-11-01",
         "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
         "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"C90.0"}]}}
        """)!;

    private static JsonObject LocalB2m() => (JsonObject)JsonNode.Parse("""
        {"resourceType":"Observation","id":"b2m","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-11-10",
         "code":{"coding":[{"system":"https://hospital.example.jp/lab","code":"B2M"}]},"valueQuantity":{"value":6.0,"unit":"mg/L"}}
        """)!;

    private async Task<string?> StageAsync()
    {
        var bundle = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "collection",
            ["entry"] = new JsonArray(
                new JsonObject { ["resource"] = JsonNode.Parse("""{"resourceType":"Patient","id":"p1"}""") }, new JsonObject { ["resource"] = Myeloma() }, new JsonObject { ["resource"] = LocalB2m() }),
        };
        JsonElement answer = (await _client.PostJsonAsync("/assessments?asOf=2026-11-20", bundle)).Json;
        return answer.GetProperty("conclusions").EnumerateArray().First(c => c.GetProperty("id").GetString() == "staging.iss").GetProperty("value").GetString();
    }

    private async Task<string> LocalCodesTemplateAsync() =>
        (await _client.GetAnswerAsync("/cds-services")).Json.GetProperty("services")[0].GetProperty("prefetch").GetProperty("localCodes").GetString()!;
}
