using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Tests.Cards;

public sealed class MissingDataCardTests
{
    private static readonly Conclusion OffTreatment = CardBench.Determined("therapy.phase", "off-treatment");

    [Fact]
    public void Facts_that_would_decide_a_recommendation_are_named_and_can_be_requested()
    {
        Card card = CardBench.Card(CardBench.Context([CardBench.Diagnosis, OffTreatment], [Lacking("ldh", "ecog")]), "workup.missing");
        Assert.Equal("Still missing for a decision: LDH, ECOG performance status", card.Summary);
        Assert.Equal("workup", card.Source.Topic);
        Assert.Equal(["ldh", "ecog"], card.Assessment.Missing);
        Assert.Equal(["Request: LDH"], card.Suggestions.Select(suggestion => suggestion.Label));
        Assert.True(card.SuggestionsCombine);
        Assert.StartsWith("Once on record, this can be decided: Herpes zoster prophylaxis.", card.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_are_only_computed_are_not_asked_for() =>
        Assert.Empty(CardBench.Compose(CardBench.Context([CardBench.Diagnosis, OffTreatment], [Lacking("age")])));

    [Fact]
    public void A_drug_of_unknown_state_is_asked_about() => Assert.Equal(
        "Still missing for a decision: whether bortezomib is still being given",
        CardBench.Card(CardBench.Context([CardBench.Diagnosis, OffTreatment], [Lacking("bortezomib")]), "workup.missing").Summary);

    [Fact]
    public void What_the_stage_lacks_is_asked_for_before_treatment_only()
    {
        Conclusion open = CardBench.Open("staging.iss", ["I", "II"], "albumin");
        Assert.Equal(["albumin"], CardBench.Card(CardBench.Context([CardBench.Diagnosis, CardBench.Untreated, open], []), "workup.missing").Assessment.Missing);
        Assert.Empty(CardBench.Compose(CardBench.Context([CardBench.Diagnosis, OffTreatment, open], [])));
    }

    [Fact]
    public void An_examination_that_another_card_proposes_is_not_proposed_twice()
    {
        var order = new ServiceOrder { For = "ldh", Text = SmallKnowledge.Text("LDH"), Reason = SmallKnowledge.Text("baseline") };
        var workup = CardBench.Of(SmallKnowledge.Prophylaxis with { Id = "workup.baseline" }, RecommendationStatus.Due, CardBench.Option("ldh", Standing.Recommended, order));
        Card card = CardBench.Card(CardBench.Context([CardBench.Diagnosis, OffTreatment], [workup, Lacking("ldh")]), "workup.missing");
        Assert.Empty(card.Suggestions);
    }

    [Fact]
    public void Nothing_missing_means_no_card() => Assert.Empty(CardBench.Compose(CardBench.Context([CardBench.Diagnosis, OffTreatment], [])));

    private static Recommendation Lacking(params string[] facts) => CardBench.Of(SmallKnowledge.Prophylaxis, RecommendationStatus.Indeterminate) with { Missing = facts };
}
