using System.Text.Json;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Cases;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Assessments;

/// <summary>The trials of a question come with its recommendation.</summary>
public sealed class EvidenceTests(RealService service) : IClassFixture<RealService>
{
    [Fact]
    public async Task A_recommendation_brings_the_trials_of_its_question_with_their_figures()
    {
        JsonNode bundle = JsonNode.Parse(CaseFiles.Read("Shared/07-smouldering-high-risk.json"))!["bundle"]!;
        using HttpClient client = service.CreateClient();
        JsonElement assessment = (await client.PostJsonAsync("/assessments?asOf=2026-11-20&lang=en", bundle.AsObject())).Json;
        JsonElement observation = assessment.GetProperty("recommendations").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "observation.smm");
        JsonElement trial = observation.GetProperty("evidence").EnumerateArray().First(e => e.GetProperty("trial").GetString() == "QuiRedex");
        Assert.Equal(0.18m, trial.GetProperty("hazardRatio").GetDecimal());
        Assert.Equal(("not reached", "21 months", "<0.001"), (trial.GetProperty("result").GetString(), trial.GetProperty("comparatorResult").GetString(), trial.GetProperty("p").GetString()));
        Assert.Equal("MM-3 CQ3", trial.GetProperty("citation").GetProperty("locator").GetString());
    }
}
