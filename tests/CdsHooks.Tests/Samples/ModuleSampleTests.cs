using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Services.Orders;

namespace Cds.CdsHooks.Tests.Samples;

/// <summary>What the modules conclude about the sample patients made for them.</summary>
public sealed class ModuleSampleTests(RealService service) : IClassFixture<RealService>
{
    [Theory]
    [InlineData("teclistamab-step-up-cytokine-release.json", "crs.grade-astct", "2")]
    [InlineData("al-amyloidosis-stage-iiib.json", "staging.al.mayo-2004", "IIIb")]
    [InlineData("al-amyloidosis-stage-iiib.json", "staging.al.mayo-2012", "IV")]
    [InlineData("smouldering-aquila-profile.json", "smm.aquila-profile", "met")]
    [InlineData("smouldering-aquila-profile.json", "risk.smm.2-20-20", "low")]
    [InlineData("newly-diagnosed-r2-iss-iv.json", "staging.r2-iss", "IV")]
    [InlineData("newly-diagnosed-r2-iss-iv.json", "risk.ims-2025", "high")]
    public async Task Samples_of_the_modules_have_the_conclusion_they_were_made_for(string file, string id, string value)
    {
        using HttpClient client = service.CreateClient();
        Answer answer = await client.PostTextAsync(
            "/assessments?asOf=2026-11-20", await File.ReadAllTextAsync(Path.Combine(Repository.Samples, file), TestContext.Current.CancellationToken), "application/fhir+json");
        JsonElement conclusion = answer.Json.GetProperty("conclusions").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        Assert.Equal(value, conclusion.GetProperty("value").GetString());
    }

    [Fact]
    public async Task During_cytokine_release_the_next_step_is_named_and_to_be_avoided()
    {
        using HttpClient client = service.CreateClient();
        Answer answer = await client.PostTextAsync(
            "/assessments?asOf=2026-11-20", await File.ReadAllTextAsync(Path.Combine(Repository.Samples, "teclistamab-step-up-cytokine-release.json"), TestContext.Current.CancellationToken), "application/fhir+json");
        JsonElement option = answer.Json.GetProperty("recommendations").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "bispecific.step-up").GetProperty("options")[0];
        Assert.Equal(("teclistamab", "avoid"), (option.GetProperty("id").GetString(), option.GetProperty("standing").GetString()));
    }

    [Theory]
    [InlineData("smouldering-aquila-profile.json", "observation.smm", "en", "daratumumab approved in Japan since 20 November 2025", "Beyond the JSH guideline (AQUILA 2025): the profile of this trial of daratumumab is met", "for high risk as its label words it")]
    [InlineData("smouldering-aquila-profile.json", "observation.smm", "ja", "2025年11月20日に承認", "ダラツムマブの試験の適格基準を満たす", "高リスク例（定義は添付文書）")]
    [InlineData("teclistamab-step-up-cytokine-release.json", "bispecific.step-up", "en", "cytokine release syndrome grade 2", "Hold the antibody")]
    [InlineData("teclistamab-step-up-cytokine-release.json", "bispecific.step-up", "ja", "サイトカイン放出症候群のGrade 2", "休薬する")]
    [InlineData("al-amyloidosis-stage-iiib.json", "al.induction", "en", "cardiac stage IIIb was excluded from the trial behind D-BCd")]
    [InlineData("al-amyloidosis-stage-iiib.json", "al.induction", "ja", "心病期Ⅲb期はD-BCd療法の根拠となる試験の対象外であった")]
    public async Task What_their_samples_turn_on_stands_in_the_short_detail(string file, string id, string language, params string[] said)
    {
        using HttpClient client = service.CreateClient();
        JsonElement card = Assert.Single((await client.PostJsonAsync($"{HookRequests.PatientView}?asOf=2026-11-20&lang={language}", PatientViewRequest.From(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Samples, file), TestContext.Current.CancellationToken))!))).CardsOf(id));
        Assert.All(said, text => Assert.Contains(text, card.GetProperty("detail").GetString(), StringComparison.Ordinal));
    }
}
