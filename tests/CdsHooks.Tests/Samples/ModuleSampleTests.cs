using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;

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
}
