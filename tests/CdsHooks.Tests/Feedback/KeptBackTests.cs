using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Services.Orders;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Feedback;

/// <summary>A patient whose only card is that of the stage: it is put away until the stage rests on something else.</summary>
public sealed class KeptBackTests : IAsyncLifetime
{
    private const string Noted = "noted";

    private readonly RealService _service = new();

    private HttpClient Client => _service.CreateClient();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_noted_stage_stays_away_until_a_staging_fact_changes()
    {
        JsonElement stage = Assert.Single(await CardsAsync(Patient(4.1m)), card => IdOf(card) == "staging.iss");
        Assert.Equal([Noted], stage.GetProperty("overrideReasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()));
        await OverrideAsync(stage, Noted);
        Assert.DoesNotContain(await CardsAsync(Patient(4.1m)), card => IdOf(card) == "staging.iss");
        Assert.Contains(await CardsAsync(Patient(6.2m)), card => IdOf(card) == "staging.iss");
    }

    [Fact]
    public async Task When_nothing_else_remains_one_card_says_what_was_kept_back()
    {
        foreach (JsonElement card in await CardsAsync(Patient(4.1m)))
            await OverrideAsync(card, IdOf(card) == "staging.iss" ? Noted : "patient-declined");
        JsonElement only = Assert.Single(await CardsAsync(Patient(4.1m)));
        Assert.Equal(("workup.kept-back", "info"), (IdOf(only), only.GetProperty("indicator").GetString()));
        Assert.Contains("ISS", only.GetProperty("detail").GetString(), StringComparison.Ordinal);
        CardRules.Check(only, "http://localhost");
    }

    /// <summary>Put away at 23:10 UTC, which is 08:10 of the next day in Tokyo.</summary>
    [Theory]
    [InlineData("Asia/Tokyo", "1 Dec")]
    [InlineData("Europe/London", "30 Nov")]
    public void The_day_of_an_override_is_that_of_the_service(string zone, string day)
    {
        var clock = new ServiceClock(TimeProvider.System, Options.Create(new CdsOptions { TimeZone = zone }));
        Card card = CardBench.Card(CardBench.Context([CardBench.Diagnosis], [CardBench.Due]), CardBench.Due.Id);
        var kept = new KeptBack(card, new Overridden("info", new DateTimeOffset(2026, 11, 30, 23, 10, 0, TimeSpan.Zero), Noted), null, null);
        var call = new HookCall(null!, null!, CardBench.AsOf, Language.English, "http://localhost", null, 0);
        CardDraft draft = KeptBackCard.Compose(call, [kept], clock);
        Assert.Contains($"({day})", Assert.Single(draft.Glance.Options).Name, StringComparison.Ordinal);
    }

    private static JsonObject Patient(decimal beta2) => PatientViewRequest.From(new JsonObject
    {
        ["resourceType"] = "Bundle",
        ["type"] = "collection",
        ["entry"] = new JsonArray([.. new[]
        {
            JsonNode.Parse("""{ "resourceType": "Patient", "id": "p1", "gender": "female", "birthDate": "1960-04-02" }""")!,
            JsonNode.Parse("""
                { "resourceType": "Condition", "id": "c1", "subject": { "reference": "Patient/p1" }, "recordedDate": "2026-11-01",
                  "clinicalStatus": { "coding": [ { "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" } ] },
                  "code": { "coding": [ { "system": "http://snomed.info/sct", "code": "109989006" } ] } }
                """)!,
            HookRequests.Quantity("beta2-microglobulin", beta2, "mg/L", "2026-11-10"),
            HookRequests.Quantity("albumin", 3.2m, "g/dL", "2026-11-10"),
        }.Select(resource => new JsonObject { ["resource"] = resource })]),
    });

    private async Task<JsonElement[]> CardsAsync(JsonObject request) => [.. (await Client.PostJsonAsync(HookRequests.PatientView, request)).Cards.EnumerateArray()];

    private async Task OverrideAsync(JsonElement card, string reason) => Assert.Equal(200, (await Client.PostJsonAsync("/cds-services/myeloma-patient-view/feedback", new JsonObject
    {
        ["feedback"] = new JsonArray(new JsonObject
        {
            ["card"] = card.GetProperty("uuid").GetString(),
            ["outcome"] = "overridden",
            ["outcomeTimestamp"] = "2026-11-20T08:15:30Z",
            ["overrideReason"] = new JsonObject { ["reason"] = new JsonObject { ["code"] = reason, ["system"] = CodeSystems.OverrideReason } },
        }),
    })).Status);

    private static string IdOf(JsonElement card) => card.Assessment().GetProperty("id").GetString()!;
}
