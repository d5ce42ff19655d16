using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>The cards of light-chain amyloidosis as they are read, in both languages: the stage by two systems, the first treatment, the transplant.</summary>
public sealed class AmyloidosisCardTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("en", "Mayo 2004 stage with the European split: stage I; Mayo 2012 stage II", "Mayo 2004 stage with the European split: stage I  \nMayo 2012 stage II\n\nNT-proBNP 310 pg/mL (12 Nov); cardiac troponin T 0.02 ng/mL (12 Nov)", "beyond the JSH guideline")]
    [InlineData("ja", "Mayo 2004病期（欧州改訂）：Ⅰ期、Mayo 2012病期：Ⅱ期", "Mayo 2004病期（欧州改訂）：Ⅰ期  \nMayo 2012病期：Ⅱ期\n\nNT-proBNP 310 pg/mL（11/12）、心筋トロポニンT 0.02 ng/mL（11/12）", "JSHガイドライン以外")]
    public async Task Both_stages_stand_side_by_side_and_the_source_is_marked(string lang, string summary, string begins, string mark)
    {
        JsonElement card = (await CardsAsync(lang)).Single(card => IdOf(card) == "staging.al.mayo-2004");
        Assert.Equal(summary, card.GetProperty("summary").GetString());
        Assert.StartsWith(begins, card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(mark, card.GetProperty("source").GetProperty("label").GetString(), StringComparison.Ordinal);
        Assert.Contains("noted", card.GetProperty("overrideReasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("en", "IIIb", "ANDROMEDA")]
    [InlineData("ja", "Ⅲb期", "ANDROMEDA試験の対象外")]
    public async Task Advanced_cardiac_disease_is_the_higher_stage_and_says_that_the_trial_left_it_out(string lang, string stage, string said)
    {
        JsonElement card = (await CardsAsync(lang, bundle =>
        {
            Measured(bundle, "33762-6")["valueQuantity"]!["value"] = 9000;
            Measured(bundle, "6598-7")["valueQuantity"]!["value"] = 0.2;
        })).Single(card => IdOf(card) == "staging.al.mayo-2004");
        Assert.Contains(stage, card.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains(said, card.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "AL amyloidosis, untreated: start D-BCd; bortezomib once a week only.", "D-BCd – recommended", "The amyloid is of the light-chain type")]
    [InlineData("ja", "未治療のALアミロイドーシス：D-BCd療法を開始。ボルテゾミブは週1回に限る。", "D-BCd療法（推奨）", "沈着物がAL型であること")]
    public async Task The_first_treatment_names_the_regimen_and_its_schedule(string lang, string summary, string option, string confirm)
    {
        JsonElement card = (await CardsAsync(lang)).Single(card => IdOf(card) == "al.induction");
        Assert.Equal(summary, card.GetProperty("summary").GetString());
        Assert.Contains(option, card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(confirm, card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        JsonElement first = card.GetProperty("suggestions")[0];
        Assert.True(first.GetProperty("isRecommended").GetBoolean());
        Assert.Contains(first.GetProperty("actions").EnumerateArray(), action => action.GetProperty("description").GetString()!.Contains("1800 mg", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "age 58 years; cardiac troponin T 0.02 ng/mL (12 Nov)", "transplant-related mortality from 10.5 % to 1.1 %")]
    [InlineData("ja", "年齢 58歳、心筋トロポニンT 0.02 ng/mL（11/12）", "移植関連死亡は10.5%から1.1%に低下")]
    public async Task The_transplant_is_told_with_the_facts_that_select(string lang, string facts, string figure)
    {
        string detail = (await CardsAsync(lang)).Single(card => IdOf(card) == "al.transplant").GetProperty("detail").GetString()!;
        Assert.Contains(facts, detail, StringComparison.Ordinal);
        Assert.Contains(figure, detail, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<JsonElement>> CardsAsync(string lang, Action<JsonNode>? change = null)
    {
        JsonNode bundle = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "al-amyloidosis.json")))!;
        change?.Invoke(bundle);
        return [.. (await _client.PostJsonAsync($"{HookRequests.PatientView}?asOf=2026-11-20&lang={lang}", PatientViewRequest.From(bundle))).Cards.EnumerateArray()];
    }

    private static JsonNode Measured(JsonNode bundle, string loinc) => bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!)
        .Single(resource => resource["code"]?["coding"]?.AsArray().Any(coding => coding!["code"]!.GetValue<string>() == loinc) == true);

    private static string IdOf(JsonElement card) => card.GetProperty("extension").GetProperty("org.myeloma-cds.assessment").GetProperty("id").GetString()!;
}
