using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Content;

/// <summary>The trials that the myeloma chapter reports stand where its questions are answered, with the figures it prints.</summary>
public sealed class TrialEvidenceTests
{
    [Theory]
    [InlineData("induction.transplant-eligible", "FORTE", "MM-1 CQ1")]
    [InlineData("induction.transplant-eligible", "GRIFFIN", "MM-1 CQ1")]
    [InlineData("induction.transplant-ineligible", "FIRST (MM-020), ALCYONE and MAIA", "MM-2 CQ2")]
    [InlineData("observation.smm", "QuiRedex", "MM-3 CQ3")]
    [InlineData("observation.smm", "Lonial 2019", "MM-3 CQ3")]
    [InlineData("observation.smm", "Musto 2008", "MM-3 CQ4")]
    [InlineData("observation.smm", "D'Arena 2011", "MM-3 CQ4")]
    [InlineData("mrd.assessment", "Takamatsu 2019", "MM-4 CQ1")]
    [InlineData("mrd.assessment", "Meta-analysis (Munshi)", "MM-4 CQ2")]
    [InlineData("mrd.assessment", "Gu 2018", "MM-4 CQ3")]
    public void A_recommendation_carries_the_trials_of_its_question(string recommendation, string trial, string question) =>
        Assert.Contains(Definition(recommendation).Evidence, e => e.Trial.En == trial && e.Citations.Any(c => (c.Document, c.Place.En) == ("jsh-2023", question)));

    [Fact]
    public void The_figures_are_those_of_the_text()
    {
        Evidence progression = Definition("observation.smm").Evidence.First(e => e.Trial.En == "QuiRedex");
        Assert.Equal((0.18m, "<0.001", "21 months", "21か月"), (progression.HazardRatio, progression.P, progression.ComparatorResult!.En, progression.ComparatorResult.Ja));
        Evidence release = Shipped.Knowledge.Regimens["ide-cel"].Evidence.Single(e => e.Endpoint.En.StartsWith("CRS", StringComparison.Ordinal) && e.Citations[0].Part.Id == "mm-5-cq7");
        Assert.Equal("84% (5%)", release.Result!.En);
        Assert.Contains(Option("transplant.tandem", "tandem-auto-sct").Evidence, e => e.Trial.En == "IFM94");
    }

    private static RecommendationDefinition Definition(string id) => Shipped.Knowledge.Recommendations.Single(r => r.Id == id);

    private static OptionDefinition Option(string recommendation, string option) => Definition(recommendation).Options.Single(o => o.Id == option);
}
