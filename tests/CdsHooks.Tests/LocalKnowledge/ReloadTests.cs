using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.LocalKnowledge;

/// <summary>Changes of the overlay folder take effect without a restart; broken ones never do.</summary>
public sealed class ReloadTests : IDisposable
{
    private const string Herpes = "recommendations/prophylaxis.herpes-zoster.yaml";
    private const string SwitchedOff = "id: prophylaxis.herpes-zoster\ndisabled: true\nlocal-reason: { en: house rule, ja: 院内規定 }";

    private readonly OverlayService _service = new();
    private readonly HttpClient _client;

    public ReloadTests() => _client = _service.CreateClient();

    private CurrentKnowledge Current => _service.Services.GetRequiredService<CurrentKnowledge>();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_changed_file_takes_effect_without_a_restart()
    {
        Assert.Contains("prophylaxis.herpes-zoster", await RecommendationsAsync());
        KnowledgeGeneration before = Current.Generation;
        _service.Write(Herpes, SwitchedOff);
        for (int tries = 0; tries < 2_400 && Current.Generation == before; tries++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("prophylaxis.herpes-zoster", await RecommendationsAsync());
    }

    [Fact]
    public async Task A_shutdown_waits_for_the_reload_that_is_under_way_and_none_comes_later()
    {
        var stopping = new OverlayService();
        CurrentKnowledge current = stopping.Services.GetRequiredService<CurrentKnowledge>();
        stopping.Write(Herpes, SwitchedOff);
        await Task.Delay(80, TestContext.Current.CancellationToken);
        await stopping.DisposeAsync();
        KnowledgeGeneration last = current.Generation;
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.Same(last, current.Generation);
    }

    [Fact]
    public async Task A_broken_overlay_never_replaces_a_working_one_and_every_defect_is_logged()
    {
        _service.Write(Herpes, SwitchedOff);
        Assert.True(Current.Reload());
        _service.Write("conclusions/staging.iss.yaml", "id: staging.iss\nkind: tabel");
        _service.Write("formulary.yaml", "excluded-drugs: [ { drug: nothing } ]");
        Assert.False(Current.Reload());

        Assert.DoesNotContain("prophylaxis.herpes-zoster", await RecommendationsAsync());
        JsonElement health = (await _client.GetAnswerAsync("/health/ready")).Json;
        Assert.Equal("ready", health.GetProperty("status").GetString());
        Assert.Equal("overlay-rejected", health.GetProperty("degraded").GetString());
        string log = string.Join('\n', _service.Log.Entries.Select(entry => entry.Text));
        Assert.Contains("unknown kind of conclusion 'tabel'", log, StringComparison.Ordinal);
        Assert.Contains("unknown drug 'nothing'", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repaired_overlay_takes_effect_and_health_is_good_again()
    {
        _service.Write("formulary.yaml", "excluded: []");
        Assert.False(Current.Reload());
        _service.Write("formulary.yaml", "excluded-drugs: []");
        Assert.True(Current.Reload());
        Assert.False((await _client.GetAnswerAsync("/health/ready")).Json.TryGetProperty("degraded", out _));
    }

    [Fact]
    public void A_folder_that_is_gone_leaves_the_knowledge_in_use()
    {
        string version = Current.Generation.Knowledge.Version;
        Directory.Delete(_service.Folder, recursive: true);
        Assert.False(Current.Reload());
        Assert.Equal(version, Current.Generation.Knowledge.Version);
    }

    [Fact]
    public void A_request_keeps_the_generation_that_it_began_with()
    {
        using IServiceScope scope = _service.Services.CreateScope();
        KnowledgeGeneration begun = scope.ServiceProvider.GetRequiredService<KnowledgeGeneration>();
        Assert.True(Current.Reload());
        Assert.NotSame(begun, Current.Generation);
        Assert.Same(begun.Knowledge, scope.ServiceProvider.GetRequiredService<Knowledge.KnowledgeBase>());
        Assert.Same(begun.Knowledge, scope.ServiceProvider.GetRequiredService<Knowledge.Assessor>().Knowledge);
    }

    [Fact]
    public async Task Changes_are_marked_on_the_card_in_the_listing_and_in_the_book()
    {
        _service.Write("facts/local.yaml", """
            facts:
              - id: albumin
                title: { en: serum albumin, ja: 血清アルブミン }
                kind: quantity
                unit: g/dL
                current-days: 30
                baseline-days: 90
                lower-limit: 4.0
                order: { system: "http://loinc.org", code: 1751-7 }
                local-reason: { en: BCP method, ja: BCP改良法 }
            """);
        Assert.True(Current.Reload(), string.Join("; ", Current.Rejected));

        JsonObject request = HookRequests.Valid().With("prefetch.conditions", HookRequests.Bundle(Myeloma))
            .With("prefetch.chemistry", HookRequests.Bundle(HookRequests.Quantity("albumin", 3.2m, "g/dL", "2026-11-10")));
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView + "?lang=en", request);
        JsonElement card = answer.Cards.EnumerateArray().First(c => c.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString() == "staging.iss");
        Assert.Contains("Locally adapted: serum albumin (changed): BCP method", card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        JsonElement mark = card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("localAdaptations")[0];
        Assert.Equal(("facts", "albumin", "replaced"), (mark.GetProperty("kind").GetString(), mark.GetProperty("id").GetString(), mark.GetProperty("change").GetString()));

        Assert.Equal("albumin", (await _client.GetAnswerAsync("/knowledge")).Json.GetProperty("localAdaptations")[0].GetProperty("id").GetString());
        Assert.Contains("施設による変更：血清アルブミン（変更）：BCP改良法", (await _client.GetAnswerAsync("/knowledge/book/jsh-2023?lang=ja")).Body, StringComparison.Ordinal);
    }

    private static JsonObject Myeloma => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = "mm",
        ["subject"] = new JsonObject { ["reference"] = "Patient/p1" },
        ["clinicalStatus"] = new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/condition-clinical", ["code"] = "active" }),
        },
        ["code"] = new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://hl7.org/fhir/sid/icd-10", ["code"] = "C90.0" }),
        },
        ["onsetDateTime"] = "2026-11-01",
    };

    private async Task<IReadOnlyList<string?>> RecommendationsAsync() =>
        [.. (await _client.GetAnswerAsync("/knowledge")).Json.GetProperty("recommendations").EnumerateArray().Select(r => r.GetProperty("id").GetString())];
}
