using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>What a card leaves out so that it can be read, and what it never leaves out.</summary>
public sealed class CardLengthTests
{
    [Fact]
    public void Trials_of_the_question_come_alone_then_those_of_its_chapter_then_all()
    {
        Evidence first = Trial("MM-1", "CQ1"), second = Trial("MM-5", "CQ2", "CQ3"), third = Trial("MM-5", "CQ4");
        Evidence[] all = [first, second, third];
        Assert.Equal([second], EvidenceForRule.Of(all, [Question("MM-5", "CQ3")]));
        Assert.Equal([second, third], EvidenceForRule.Of(all, [Question("MM-5", "CQ6")]));
        Assert.Equal(all, EvidenceForRule.Of(all, [Question("AL", "CQ1")]));
        Assert.Equal(all, EvidenceForRule.Of(all, [SmallKnowledge.Question("other", "MM-5 CQ3", "MM-5")]));
        Assert.Equal(all, EvidenceForRule.Of(all, [Figure("MM-5")]));
        Assert.Equal([third], EvidenceForRule.Of(all, [Figure("MM-5"), Question("MM-5", "CQ4")]));
    }

    [Fact]
    public void What_only_proved_the_diagnosis_is_one_line_and_stays_in_the_assessment()
    {
        var lesion = CardBench.Basis("bone-lesions", 2);
        var hemoglobin = CardBench.Basis("hemoglobin", 9, "Observation/2");
        RecommendationDefinition asks = SmallKnowledge.Prophylaxis with
        {
            Applies = new AllOf([new ConclusionIs("diagnosis", ["multiple-myeloma"]), new FactPresence("bone-lesions", FactTime.Current, true)]),
        };
        Recommendation recommendation = CardBench.Of(asks) with { Basis = [hemoglobin, lesion] };
        Card card = CardBench.InFull(CardBench.Context([CardBench.Diagnosis with { Basis = [hemoglobin, lesion] }], [recommendation]), "prophylaxis.herpes-zoster");
        Assert.Contains("| diagnosis | multiple-myeloma |", card.Detail, StringComparison.Ordinal);
        Assert.Contains("bone-lesions", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("hemoglobin", card.Detail, StringComparison.Ordinal);
        Assert.Equal(2, card.Assessment.Basis.Count);
    }

    [Fact]
    public void A_rule_that_does_not_ask_for_the_diagnosis_lists_all_its_data()
    {
        var hemoglobin = CardBench.Basis("hemoglobin", 9);
        Recommendation recommendation = CardBench.Due with { Basis = [hemoglobin] };
        Card card = CardBench.InFull(CardBench.Context([CardBench.Diagnosis with { Basis = [hemoglobin] }], [recommendation]), "prophylaxis.herpes-zoster");
        Assert.Contains("hemoglobin", card.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, true, 5, 5)]
    [InlineData(6, true, 1, 6)]
    [InlineData(13, true, 1, 13)]
    [InlineData(13, false, 5, 5)]
    public void Many_options_that_complement_each_other_are_one_suggestion(int count, bool combine, int suggestions, int actions)
    {
        Option[] options = [.. Enumerable.Range(0, count).Select(i => CardBench.Option(i % 2 == 0 ? "acyclovir" : "valacyclovir", Standing.Recommended) with
        {
            Reasons = [new OptionReason(i < 5 ? "a" : "b", SmallKnowledge.Text(i < 5 ? "first group." : "second group."), [])],
        })];
        Recommendation recommendation = CardBench.Of(SmallKnowledge.Prophylaxis with { Combine = combine }, RecommendationStatus.Due, options);
        Card card = CardBench.InFull(CardBench.Context([CardBench.Diagnosis], [recommendation]), "prophylaxis.herpes-zoster");
        Assert.Equal(suggestions, card.Suggestions.Count);
        Assert.Equal(actions, card.Suggestions.Sum(suggestion => suggestion.Actions.Count));
        if (count == 13 && combine) Assert.Contains("**first group** – recommended: acyclovir, valacyclovir", card.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_card_confirms_at_its_end_is_not_repeated_under_the_option()
    {
        var confirm = SmallKnowledge.Text("rule out pregnancy");
        Option option = CardBench.Option("acyclovir", Standing.Recommended) with { ToConfirm = [confirm] };
        Recommendation recommendation = CardBench.Of(SmallKnowledge.Prophylaxis, RecommendationStatus.Due, option) with { ToConfirm = [confirm] };
        string detail = CardBench.InFull(CardBench.Context([CardBench.Diagnosis], [recommendation]), "prophylaxis.herpes-zoster").Detail;
        Assert.Equal(detail.IndexOf("rule out pregnancy", StringComparison.Ordinal), detail.LastIndexOf("rule out pregnancy", StringComparison.Ordinal));
        Assert.Contains("rule out pregnancy", detail, StringComparison.Ordinal);
    }

    private static Citation Question(string chapter, string question) => SmallKnowledge.Question("guide", $"{chapter} {question}", chapter);

    private static Citation Figure(string chapter) => new(new DocumentPart("guide", "figure", SmallKnowledge.Text("figure"), PartKind.Figure) { Within = chapter });

    private static Evidence Trial(string chapter, params string[] questions) => new()
    {
        Trial = SmallKnowledge.Text("trial"),
        Population = SmallKnowledge.Text("patients"),
        Endpoint = SmallKnowledge.Text("PFS"),
        Citations = [.. questions.Select(question => Question(chapter, question))],
    };
}
