using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Services;

/// <summary>What the cards of a new patient say at first sight: no stage that tells nothing, and a recorded diagnosis that the data contradict.</summary>
public sealed class FirstImpressionTests(RealService service) : IClassFixture<RealService>
{
    private const string Today = "2026-11-20";

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_stage_of_which_nothing_is_excluded_has_no_card()
    {
        JsonElement[] cards = await CardsAsync("C90.0");
        Assert.DoesNotContain(cards, card => Id(card) == "staging.iss");
        Assert.Contains(cards, card => Id(card) == "workup.missing");
    }

    [Fact]
    public async Task A_stage_of_which_something_is_excluded_has_one()
    {
        JsonElement[] cards = await CardsAsync("C90.0", Fact("beta2-microglobulin", 4.0m, "mg/L"));
        Assert.Contains(cards, card => Id(card) == "staging.iss" && card.GetProperty("summary").GetString()!.Contains("II", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_card_says_that_record_and_criteria_differ()
    {
        JsonElement[] cards = await CardsAsync(
            "C90.0", Fact("m-protein-serum", 2.5m, "g/dL"), Fact("marrow-plasma-cells", 25m, "%"), Fact("calcium", 9.0m, "mg/dL"), Fact("creatinine", 0.8m, "mg/dL"),
            Fact("creatinine-clearance", 90m, "mL/min"), Fact("hemoglobin", 14.5m, "g/dL"), Fact("flc-ratio", 5m, "1"), Absent("bone-lesions"), Absent("mri-focal-lesions"));
        Assert.Equal("diagnosis.confirm", Id(cards[0]));
        Assert.StartsWith("Please note: the recorded diagnosis is multiple myeloma, the criteria give smouldering multiple myeloma.", cards[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.All(cards.Skip(1), card => Assert.DoesNotContain("Please note", card.GetProperty("detail").GetString(), StringComparison.Ordinal));
    }

    private async Task<JsonElement[]> CardsAsync(string icd10, params JsonObject[] observations)
    {
        var condition = new JsonObject
        {
            ["resourceType"] = "Condition",
            ["id"] = "c",
            ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
            ["clinicalStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
            ["code"] = Coded("http://hl7.org/fhir/sid/icd-10", icd10),
            ["onsetDateTime"] = Today,
        };
        JsonObject request = HookRequests.Valid().With("prefetch.conditions", HookRequests.Bundle(condition));
        foreach (string key in new[] { "medicationRequests", "medicationStatements", "medicationAdministrations", "medicationDispenses", "procedures", "allergies" })
            request = request.With("prefetch." + key, HookRequests.Bundle());
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, request.With("prefetch.chemistry", HookRequests.Bundle(observations)));
        Assert.Equal(200, answer.Status);
        return [.. answer.Json.GetProperty("cards").EnumerateArray()];
    }

    private static JsonObject Fact(string id, decimal value, string unit) => HookRequests.Quantity(id, value, unit, Today);

    private static JsonObject Absent(string id) => HookRequests.Observation(id, Today, "valueBoolean", false);

    private static JsonObject Coded(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static string Id(JsonElement card) => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString()!;
}
