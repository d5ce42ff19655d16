using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Cards;

public sealed class CardComposerTests
{
    [Fact]
    public void A_recommendation_that_is_due_gets_one_card()
    {
        Card card = Assert.Single(CardBench.Compose(CardBench.Context([CardBench.Diagnosis, Treated], [CardBench.Due])));
        Assert.Equal("prophylaxis.herpes-zoster", card.Assessment.Id);
        Assert.Equal("prophylaxis", card.Source.Topic);
        Assert.Equal(Urgency.Warning, card.Indicator);
    }

    [Theory]
    [InlineData(RecommendationStatus.Satisfied)]
    [InlineData(RecommendationStatus.Indeterminate)]
    public void A_recommendation_that_is_not_due_gets_none(RecommendationStatus status) =>
        Assert.Empty(CardBench.Compose(CardBench.Context([CardBench.Diagnosis, Treated], [CardBench.Of(SmallKnowledge.Prophylaxis, status)])));

    [Fact]
    public void A_patient_without_plasma_cell_disorder_gets_no_card_at_all() => Assert.Empty(CardBench.Compose(CardBench.Context([], [])));

    [Fact]
    public void When_the_problem_list_was_not_read_silence_would_lie_so_a_card_says_so()
    {
        var context = CardBench.Context([], []).WithIncomplete(CardBench.NotSent("Condition"));
        Assert.Contains("problem list could not be read", Assert.Single(CardBench.Compose(context)).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recommendation_without_card_stays_in_the_assessment_only() => Assert.Empty(CardBench.Compose(CardBench.Context(
        [CardBench.Diagnosis, Treated], [CardBench.Of(SmallKnowledge.Prophylaxis with { HasCard = false })])));

    [Fact]
    public void C9_The_most_urgent_card_comes_first_and_the_order_of_equals_is_kept()
    {
        Recommendation[] rules = [Rule("a.first", Urgency.Info), Rule("a.second", Urgency.Critical), Rule("a.third", Urgency.Warning), Rule("a.fourth", Urgency.Info)];
        string[] ids = [.. CardBench.Compose(CardBench.Context([CardBench.Diagnosis, Treated], rules)).Select(card => card.Assessment.Id)];
        Assert.Equal(["a.second", "a.third", "a.first", "a.fourth"], ids);
    }

    [Fact]
    public void C9_No_more_cards_than_configured_and_the_last_one_names_the_rest()
    {
        Recommendation[] rules = [.. Enumerable.Range(1, 12).Select(i => Rule($"rule.{i:D2}", Urgency.Info))];
        IReadOnlyList<Card> cards = CardBench.Compose(CardBench.Context([CardBench.Diagnosis, Treated], rules));
        Assert.Equal(8, cards.Count);
        Assert.Contains("Also due, not shown", cards[^1].Detail, StringComparison.Ordinal);
        Assert.Equal(3, CardBench.Compose(CardBench.Context([CardBench.Diagnosis, Treated], rules), options => options.MaxCards = 3).Count);
    }

    [Fact]
    public void Data_of_another_patient_that_were_left_out_are_named_on_a_card()
    {
        var note = new Note(NoteSeverity.Error, "Observation/x", new LocalizedText("of another patient", "別の患者"));
        CardContext context = CardBench.Context([CardBench.Diagnosis, Treated], [], note);
        Card card = CardBench.Card(context, "workup.missing");
        Assert.Contains("of another patient", card.Detail, StringComparison.Ordinal);
        Assert.Contains("Observation/x: of another patient", CardBench.Draft(context, "workup.missing").Full(), StringComparison.Ordinal);
    }

    private static Knowledge.Evaluation.Conclusion Treated => CardBench.Determined("therapy.phase", "off-treatment");

    private static Recommendation Rule(string id, Urgency urgency) => CardBench.Of(SmallKnowledge.Prophylaxis with { Id = id, Urgency = urgency });
}
