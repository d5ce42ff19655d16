using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Store;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Specification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cds.CdsHooks.Tests.Feedback;

/// <summary>Section 8 of the checklist: feedback over HTTP.</summary>
public sealed class FeedbackTests(TestService service) : IClassFixture<TestService>
{
    private const string Url = "/cds-services/myeloma-patient-view/feedback";

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task F1_F3_The_example_of_the_specification_is_accepted() => Assert.Equal(200, (await SendAsync(Overridden())).Status);

    [Fact]
    public async Task F2_An_accepted_suggestion_is_accepted() => Assert.Equal(200, (await SendAsync(Accepted())).Status);

    [Theory]
    [InlineData("null")]
    [InlineData("{\"reason\":{\"code\":\"lab-ordered\",\"system\":\"https://cds.example.org/override\"}}")]
    [InlineData("{\"reason\":{\"code\":\"0\",\"system\":\"https://ehr.example.org/own-reasons\",\"display\":\"Own reason\"}}")]
    [InlineData("{\"reason\":{\"code\":\"contraindicated\"}}")]
    [InlineData("{\"userComment\":\"Only a comment.\"}")]
    public async Task F3_O2_A_card_may_be_overridden_without_a_reason_with_a_comment_or_with_a_reason_of_the_clients_own(string reason) =>
        Assert.Equal(200, (await SendAsync(Overridden().With("overrideReason", JsonNode.Parse(reason)))).Status);

    [Fact]
    public async Task F4_Several_entries_several_calls_and_the_very_same_entry_twice_are_all_accepted()
    {
        JsonObject entry = Overridden();
        Assert.Equal(200, (await SendAsync(entry, Accepted(), entry)).Status);
        Assert.Equal(200, (await SendAsync(entry)).Status);
    }

    [Theory]
    [InlineData("{}", "$.feedback")]
    [InlineData("{\"feedback\":null}", "$.feedback")]
    [InlineData("{\"feedback\":{}}", "$.feedback")]
    [InlineData("{\"feedback\":\"x\"}", "$.feedback")]
    [InlineData("{\"feedback\":[7]}", "$.feedback[0]")]
    [InlineData("[]", "$")]
    [InlineData("7", "$")]
    public async Task F1_F5_Anything_but_an_array_of_entries_is_400(string body, string path) => (await _client.PostTextAsync(Url, body)).IsOperationOutcome(400, path);

    [Theory]
    [InlineData("card", null)]
    [InlineData("card", "\"\"")]
    [InlineData("card", "7")]
    [InlineData("outcome", null)]
    [InlineData("outcome", "\"ignored\"")]
    [InlineData("outcome", "\"Accepted\"")]
    [InlineData("outcomeTimestamp", null)]
    [InlineData("outcomeTimestamp", "\"yesterday\"")]
    [InlineData("outcomeTimestamp", "\"2026-02-03\"")]
    [InlineData("outcomeTimestamp", "\"2026-02-03T08:15:30\"")]
    [InlineData("outcomeTimestamp", "\"2026-02-30T08:15:30Z\"")]
    [InlineData("outcomeTimestamp", "1770106530")]
    [InlineData("outcomeTimestamp", "\"0001-01-01T00:00:00Z\"")]
    [InlineData("outcomeTimestamp", "\"1969-12-31T23:59:59Z\"")]
    [InlineData("outcomeTimestamp", "\"3000-01-01T00:00:00Z\"")]
    [InlineData("outcomeTimestamp", "\"9999-12-31T23:59:59.9999999Z\"")]
    [InlineData("overrideReason", "7")]
    [InlineData("overrideReason.reason", "\"lab-ordered\"")]
    [InlineData("overrideReason.reason.code", "7")]
    [InlineData("overrideReason.userComment", "{}")]
    public async Task F2_F5_A_member_that_is_missing_or_wrong_is_400_with_its_place(string member, string? json)
    {
        JsonObject entry = json is null ? Overridden().Without(member) : Overridden().With(member, JsonNode.Parse(json));
        (await SendAsync(Accepted(), entry)).IsOperationOutcome(400, "$.feedback[1]." + member);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("[7]", "[0]")]
    [InlineData("[{}]", "[0].id")]
    [InlineData("[{\"id\":7}]", "[0].id")]
    public async Task F2_F5_Accepted_without_suggestions_is_400(string? json, string place) =>
        (await SendAsync(json is null ? Accepted().Without("acceptedSuggestions") : Accepted().With("acceptedSuggestions", JsonNode.Parse(json))))
            .IsOperationOutcome(400, "$.feedback[0].acceptedSuggestions" + place);

    [Theory]
    [InlineData("2026-02-03T08:15:30Z")]
    [InlineData("2026-02-03T08:15:30.123456789Z")]
    [InlineData("2026-02-03T17:15:30+09:00")]
    public async Task F2_Timestamps_of_RFC_3339_are_read(string time) => Assert.Equal(200, (await SendAsync(Overridden().With("outcomeTimestamp", time))).Status);

    [Fact]
    public async Task F5_An_unknown_service_is_404() => (await _client.PostJsonAsync("/cds-services/unknown/feedback", Body(Overridden()))).IsOperationOutcome(404);

    [Fact]
    public async Task F5_Other_methods_are_405() => (await _client.GetAnswerAsync(Url)).IsOperationOutcome(405);

    [Fact]
    public async Task J6_Other_media_types_are_415() => (await _client.PostTextAsync(Url, "x", "text/plain")).IsOperationOutcome(415);

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("no-uuid")]
    public async Task F6_Feedback_on_a_card_that_is_not_known_is_accepted_and_recorded(string card)
    {
        int before = (await SummaryAsync(_client)).GetProperty("unknownCards").GetInt32();
        Assert.Equal(200, (await SendAsync(Overridden().With("card", card).With("overrideReason", new JsonObject { ["userComment"] = Guid.NewGuid().ToString() }))).Status);
        Assert.Equal(before + 1, (await SummaryAsync(_client)).GetProperty("unknownCards").GetInt32());
    }

    [Fact]
    public async Task F9_Comments_are_cut_at_a_length_and_never_logged_or_shown()
    {
        string comment = "Name of the patient: " + new string('x', 10_000) + "<script>\u0000";
        Assert.Equal(200, (await SendAsync(Overridden().With("overrideReason", new JsonObject { ["userComment"] = comment }))).Status);
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Text.Contains("Name of the patient", StringComparison.Ordinal));
        Assert.DoesNotContain("Name of the patient", (await _client.GetAnswerAsync("/feedback/summary")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_and_ids_beyond_any_measure_are_400() =>
        (await SendAsync(Overridden().With("card", new string('x', 257)))).IsOperationOutcome(400, "$.feedback[0].card");

    [Fact]
    public async Task The_summary_says_how_often_a_rule_was_shown_accepted_and_overridden_and_why()
    {
        await using var own = new ConfiguredService("Development");
        HttpClient client = own.CreateClient();
        JsonElement[] cards = [await ProphylaxisAsync(client, "s1"), await ProphylaxisAsync(client, "s2"), await ProphylaxisAsync(client, "s3")];
        string suggestion = cards[0].GetProperty("suggestions")[0].GetProperty("uuid").GetString()!;
        await client.PostJsonAsync(Url, Body(
            Accepted(cards[0]).With("acceptedSuggestions", new JsonArray(new JsonObject { ["id"] = suggestion })),
            Overridden(cards[1]).With("overrideReason", Reason("contraindicated"))));
        JsonElement rule = (await SummaryAsync(client)).GetProperty("rules").EnumerateArray().Single(entry => entry.GetProperty("rule").GetString() == "prophylaxis.herpes-zoster");
        Assert.Equal(3, rule.GetProperty("shown").GetInt32());
        Assert.Equal(1, rule.GetProperty("accepted").GetInt32());
        Assert.Equal(1, rule.GetProperty("overridden").GetInt32());
        Assert.Equal(50m, rule.GetProperty("acceptancePercent").GetDecimal());
        Assert.Equal("contraindicated", rule.GetProperty("reasons")[0].GetProperty("code").GetString());
        Assert.Contains("2026-11", rule.GetProperty("months").EnumerateArray().Select(month => month.GetProperty("month").GetString()));
    }

    [Theory]
    [InlineData("user", true)]
    [InlineData("patient", false)]
    public async Task What_one_clinician_overrode_another_sees_unless_the_site_says_otherwise(string scope, bool shown)
    {
        await using var own = new ConfiguredService("Development", ("Cds:Cards:OverrideScope", scope));
        HttpClient client = own.CreateClient();
        await client.PostJsonAsync(Url, Body(Overridden(await ProphylaxisAsync(client, "p1")).With("overrideReason", Reason("contraindicated"))));
        Assert.DoesNotContain("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
        Answer other = await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid("p1").With("context.userId", "Practitioner/another"));
        Assert.Equal(shown, other.Cards.EnumerateArray().Any(card => IdOf(card) == "prophylaxis.herpes-zoster"));
    }

    [Fact]
    public async Task The_answer_says_what_was_kept_back_and_why()
    {
        await using var own = new ConfiguredService("Development");
        HttpClient client = own.CreateClient();
        await client.PostJsonAsync(Url, Body(Overridden(await ProphylaxisAsync(client, "p1")).With("overrideReason", Reason("contraindicated"))));
        Answer answer = await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid("p1"));
        JsonElement kept = Assert.Single(answer.Json.GetProperty("extension").GetProperty("org.myeloma-cds.kept-back").EnumerateArray());
        Assert.Equal(("prophylaxis.herpes-zoster", "contraindicated", "Contraindicated"), (
            kept.GetProperty("id").GetString(), kept.GetProperty("reason").GetProperty("code").GetString(), kept.GetProperty("reason").GetProperty("display").GetString()));
        Assert.Equal(TestService.Now.AddDays(30), kept.GetProperty("until").GetDateTimeOffset());
        AnswerShape.Check(answer.Json);
    }

    [Fact]
    public async Task A_standard_reason_lasts_as_ours_does()
    {
        await using var own = new ConfiguredService("Development");
        HttpClient client = own.CreateClient();
        JsonElement card = await ProphylaxisAsync(client, "p1");
        JsonElement standard = card.GetProperty("extension").GetProperty("org.myeloma-cds.override-reasons").EnumerateArray().Single(reason => reason.GetProperty("code").GetString() == "contraindicated").GetProperty("standardCoding");
        Assert.Equal("http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes", standard.GetProperty("system").GetString());
        JsonObject reason = new() { ["reason"] = new JsonObject { ["system"] = standard.GetProperty("system").GetString(), ["code"] = standard.GetProperty("code").GetString() } };
        await client.PostJsonAsync(Url, Body(Overridden(card).With("overrideReason", reason)));
        Assert.DoesNotContain("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
    }

    [Fact]
    public async Task A_card_overridden_with_a_lasting_reason_stays_away_for_this_patient_until_its_time_is_over()
    {
        var time = new FakeTimeProvider(TestService.Now);
        await using var own = new ConfiguredService("Development") { Parts = services => services.AddSingleton<TimeProvider>(time) };
        HttpClient client = own.CreateClient();
        JsonElement card = await ProphylaxisAsync(client, "p1");
        await client.PostJsonAsync(Url, Body(Overridden(card).With("overrideReason", Reason("contraindicated"))));
        Assert.DoesNotContain("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
        Assert.Contains("prophylaxis.herpes-zoster", await IdsAsync(client, "p2"));
        time.Advance(TimeSpan.FromDays(29));
        Assert.DoesNotContain("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
        time.Advance(TimeSpan.FromDays(2));
        Assert.Contains("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
    }

    [Theory]
    [InlineData("already-ordered", CodeSystems.OverrideReason)]
    [InlineData("contraindicated", "https://ehr.example.org/own-reasons")]
    [InlineData("made-up", CodeSystems.OverrideReason)]
    public async Task A_reason_that_does_not_last_or_is_not_ours_keeps_no_card_back(string code, string system)
    {
        await using var own = new ConfiguredService("Development");
        HttpClient client = own.CreateClient();
        JsonElement card = await ProphylaxisAsync(client, "p1");
        await client.PostJsonAsync(Url, Body(Overridden(card).With("overrideReason", new JsonObject { ["reason"] = new JsonObject { ["code"] = code, ["system"] = system } })));
        Assert.Contains("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
    }

    [Fact]
    public async Task Keeping_cards_back_can_be_switched_off()
    {
        await using var own = new ConfiguredService("Development", ("Cds:Feedback:HideOverriddenFor", "00:00:00"));
        HttpClient client = own.CreateClient();
        JsonElement card = await ProphylaxisAsync(client, "p1");
        await client.PostJsonAsync(Url, Body(Overridden(card).With("overrideReason", Reason("contraindicated"))));
        Assert.Contains("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
    }

    [Fact]
    public async Task Feedback_that_cannot_be_stored_is_503_and_cards_are_shown_all_the_same()
    {
        await using var own = new ConfiguredService("Development") { Parts = services => services.AddSingleton<IRecordStore, BrokenStore>() };
        HttpClient client = own.CreateClient();
        Assert.Contains("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
        (await client.PostJsonAsync(Url, Body(Overridden()))).IsOperationOutcome(503);
        Answer ready = await client.GetAnswerAsync("/health/ready");
        Assert.Equal(503, ready.Status);
        Assert.Equal("store", ready.Json.GetProperty("faults")[0].GetString());
        Assert.Equal("full", ready.Json.GetProperty("reason").GetString());
        (await client.GetAnswerAsync("/feedback/summary")).IsProblem(503, "store-unavailable");
    }

    [Fact]
    public async Task A_store_that_hangs_does_not_hold_up_cards_for_long()
    {
        await using var own = new ConfiguredService("Development") { Parts = services => services.AddSingleton<IRecordStore, HangingStore>() };
        HttpClient client = own.CreateClient();
        await client.GetAnswerAsync("/health/live");
        long started = Stopwatch.GetTimestamp();
        Assert.Contains("prophylaxis.herpes-zoster", await IdsAsync(client, "p1"));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_store_that_hangs_is_not_asked_by_every_hook()
    {
        await using var own = new ConfiguredService("Development") { Parts = services => services.AddSingleton<IRecordStore, HangingStore>() };
        HttpClient client = own.CreateClient();
        for (int call = 0; call < 8; call++) await IdsAsync(client, "p1");
        Assert.InRange(own.Log.Entries.Count(entry => entry.Text.Contains("The store of records cannot be used", StringComparison.Ordinal)), 1, 4);
    }

    [Fact]
    public async Task A_reason_that_is_not_known_here_shows_as_other_since_it_may_name_a_patient()
    {
        await using var own = new ConfiguredService("Development");
        HttpClient client = own.CreateClient();
        foreach ((string patient, string code) in new[] { ("r1", "Mrs Example said no"), ("r2", "own-code"), ("r3", "contraindicated") })
        {
            JsonObject reason = new() { ["reason"] = new JsonObject { ["system"] = code == "contraindicated" ? CodeSystems.OverrideReason : "urn:of-the-site", ["code"] = code } };
            await client.PostJsonAsync(Url, Body(Overridden(await ProphylaxisAsync(client, patient)).With("overrideReason", reason)));
        }

        JsonElement rule = (await SummaryAsync(client)).GetProperty("rules").EnumerateArray().Single(entry => entry.GetProperty("rule").GetString() == "prophylaxis.herpes-zoster");
        Assert.Equal(
            """[{"code":"other","count":2},{"system":"SYSTEM","code":"contraindicated","count":1}]""".Replace("SYSTEM", CodeSystems.OverrideReason, StringComparison.Ordinal),
            rule.GetProperty("reasons").GetRawText());
    }

    private Task<Answer> SendAsync(params JsonObject[] entries) => _client.PostJsonAsync(Url, Body(entries));

    private static JsonObject Body(params JsonObject[] entries) => new() { ["feedback"] = new JsonArray([.. entries.Select(entry => entry.DeepClone())]) };

    private static JsonObject Overridden(JsonElement? card = null) => new()
    {
        ["card"] = card?.GetProperty("uuid").GetString() ?? "f3b0a5c2-6f0e-4d57-9a52-0a2f4b7c9e11",
        ["outcome"] = "overridden",
        ["overrideReason"] = new JsonObject
        {
            ["reason"] = new JsonObject { ["code"] = "lab-ordered", ["system"] = "https://cds.example.org/override" },
            ["userComment"] = "Sample drawn this morning.",
        },
        ["outcomeTimestamp"] = "2026-02-03T08:15:30Z",
    };

    private static JsonObject Accepted(JsonElement? card = null) => new()
    {
        ["card"] = card?.GetProperty("uuid").GetString() ?? "f3b0a5c2-6f0e-4d57-9a52-0a2f4b7c9e11",
        ["outcome"] = "accepted",
        ["acceptedSuggestions"] = new JsonArray(new JsonObject { ["id"] = "0c9d2f7e-3a51-4b8e-8a64-5d1be07f2c33" }),
        ["outcomeTimestamp"] = "2026-11-20T08:15:30Z",
    };

    private static JsonObject Reason(string code) => new() { ["reason"] = new JsonObject { ["code"] = code, ["system"] = CodeSystems.OverrideReason } };

    private static async Task<JsonElement> ProphylaxisAsync(HttpClient client, string patient) =>
        (await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid(patient))).Cards.EnumerateArray().Single(card => IdOf(card) == "prophylaxis.herpes-zoster");

    private static async Task<string[]> IdsAsync(HttpClient client, string patient) =>
        [.. (await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid(patient))).Cards.EnumerateArray().Select(IdOf)];

    private static string IdOf(JsonElement card) => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString()!;

    private static async Task<JsonElement> SummaryAsync(HttpClient client) => (await client.GetAnswerAsync("/feedback/summary")).Json;

    /// <summary>A store that does not answer.</summary>
    private sealed class HangingStore : BrokenStore
    {
        public override async Task<IReadOnlyDictionary<OverrideKey, Overridden>> FindOverridesAsync(string patient, string? user, DateTimeOffset since, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return new Dictionary<OverrideKey, Overridden>();
        }
    }

    /// <summary>A store whose disk is full.</summary>
    private class BrokenStore : IRecordStore
    {
        private static StoreUnavailableException Trouble => new() { Fault = StoreFault.Full };

        public string Description => "broken";

        public Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

        public Task AddAsync(IReadOnlyList<FeedbackRecord> records, CancellationToken cancellation) => throw Trouble;

        public Task<IReadOnlyDictionary<string, CardTrace>> FindCardsAsync(IReadOnlyCollection<string> uuids, CancellationToken cancellation) => throw Trouble;

        public virtual Task<IReadOnlyDictionary<OverrideKey, Overridden>> FindOverridesAsync(string patient, string? user, DateTimeOffset since, CancellationToken cancellation) =>
            throw Trouble;

        public Task<FeedbackCounts> CountAsync(ReasonNaming naming, CancellationToken cancellation) => throw Trouble;

        public Task<IReadOnlyList<CallDuration>> FindDurationsAsync(int most, CancellationToken cancellation) => throw Trouble;

        public Task CheckAsync(CancellationToken cancellation) => throw Trouble;
    }
}
