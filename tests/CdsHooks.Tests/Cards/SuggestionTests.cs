using System.Text.Json;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Tests.Cards;

public sealed class SuggestionTests
{
    [Fact]
    public void S2_C8_Alternatives_are_at_most_one_and_only_the_first_recommended_option_is_marked()
    {
        Card card = Card([CardBench.Option("acyclovir", Standing.Recommended), CardBench.Option("valacyclovir", Standing.Recommended)]);
        Assert.False(card.SuggestionsCombine);
        Assert.Equal([true, false], card.Suggestions.Select(suggestion => suggestion.IsRecommended));
    }

    [Fact]
    public void S2_C8_Options_that_complement_each_other_may_all_be_accepted()
    {
        Card card = Card([CardBench.Option("acyclovir", Standing.Recommended), CardBench.Option("valacyclovir", Standing.Recommended)], SmallKnowledge.Prophylaxis with { Combine = true });
        Assert.True(card.SuggestionsCombine);
        Assert.Equal([true, true], card.Suggestions.Select(suggestion => suggestion.IsRecommended));
    }

    [Fact]
    public void An_alternative_in_first_place_is_not_marked_as_recommended() =>
        Assert.DoesNotContain(Card([CardBench.Option("acyclovir", Standing.Alternative)]).Suggestions, suggestion => suggestion.IsRecommended);

    [Fact]
    public void An_option_to_avoid_is_listed_but_never_suggested()
    {
        Option avoided = CardBench.Option("acyclovir", Standing.Recommended) with { Standing = Standing.Avoid };
        CardDraft draft = CardBench.Draft(Context([avoided, CardBench.Option("valacyclovir", Standing.Alternative)]), "prophylaxis.herpes-zoster");
        Assert.Equal(["valacyclovir"], draft.Card.Suggestions.Select(suggestion => suggestion.Label));
        Assert.Contains("**acyclovir** – avoid", draft.Full(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_drug_that_already_runs_is_not_ordered_again()
    {
        var context = CardBench.Context([CardBench.Diagnosis], [CardBench.Due]);
        context = context with { Assessment = context.Assessment with { Ongoing = new HashSet<string> { "acyclovir" } } };
        Assert.Equal(["valacyclovir"], CardBench.Card(context, "prophylaxis.herpes-zoster").Suggestions.Select(suggestion => suggestion.Label));
    }

    [Fact]
    public void N1_N2_N4_N6_A_suggestion_creates_a_draft_for_the_patient_of_the_request()
    {
        JsonElement action = CardBench.Written([CardBench.Card(CardBench.Context([CardBench.Diagnosis], [CardBench.Due]), "prophylaxis.herpes-zoster")])
            .GetProperty("cards")[0].GetProperty("suggestions")[0].GetProperty("actions")[0];
        Assert.Equal("create", action.GetProperty("type").GetString());
        Assert.Equal("acyclovir 200 mg once a day", action.GetProperty("description").GetString());
        JsonElement resource = action.GetProperty("resource");
        Assert.Equal("MedicationRequest", resource.GetProperty("resourceType").GetString());
        Assert.Equal("draft", resource.GetProperty("status").GetString());
        Assert.Equal("proposal", resource.GetProperty("intent").GetString());
        Assert.Equal("Patient/p1", resource.GetProperty("subject").GetProperty("reference").GetString());
    }

    [Fact]
    public void The_recommended_one_is_labelled_so()
    {
        Card card = Card([CardBench.Option("acyclovir", Standing.Recommended), CardBench.Option("valacyclovir", Standing.Alternative)]);
        Assert.Equal(["Recommended: acyclovir", "valacyclovir"], card.Suggestions.Select(suggestion => suggestion.Label));
    }

    [Fact]
    public void No_more_than_five_in_the_order_of_the_ranking()
    {
        Option[] options = [.. Enumerable.Range(1, 9).Select(i => CardBench.Option(i % 2 == 0 ? "acyclovir" : "valacyclovir", Standing.Alternative) with { Title = SmallKnowledge.Text($"option {i}") })];
        Assert.Equal(["option 1", "option 2", "option 3", "option 4", "option 5"], Card(options).Suggestions.Select(suggestion => suggestion.Label));
    }

    [Fact]
    public void C7_Uuids_are_fresh_for_every_card_and_suggestion()
    {
        var context = CardBench.Context([CardBench.Diagnosis], [CardBench.Due]);
        Guid[] uuids = [.. Enumerable.Range(0, 2).SelectMany(_ => CardBench.Compose(context)).SelectMany(card => card.Suggestions.Select(s => s.Uuid).Append(card.Uuid))];
        Assert.Equal(uuids.Length, uuids.Distinct().Count());
    }

    private static Card Card(Option[] options, RecommendationDefinition? definition = null) => CardBench.Card(Context(options, definition), "prophylaxis.herpes-zoster");

    private static CardContext Context(Option[] options, RecommendationDefinition? definition = null) =>
        CardBench.Context([CardBench.Diagnosis], [CardBench.Of(definition ?? SmallKnowledge.Prophylaxis, RecommendationStatus.Due, options)]);
}
