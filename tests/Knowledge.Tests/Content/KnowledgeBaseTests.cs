using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Vignettes;

namespace Cds.Knowledge.Tests.Content;

/// <summary>House rules of the content.</summary>
public sealed class KnowledgeBaseTests
{
    public static IEnumerable<TheoryDataRow<string>> RuleIds() => Shipped.Knowledge.Conclusions.Select(c => c.Id)
        .Concat(Shipped.Knowledge.Recommendations.Select(r => r.Id)).Select(id => new TheoryDataRow<string>(id));

    [Fact]
    public void The_shipped_knowledge_base_has_no_defects() => Assert.NotEmpty(Shipped.Knowledge.Recommendations);

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Every_rule_is_asked_about_in_a_vignette(string id) =>
        Assert.True(VignetteFiles.All.Values.SelectMany(v => v).Any(v => v.Expectations.Any(e => e.Id == id)), $"no vignette asks about {id}");

    [Fact]
    public void Every_recommendation_and_conclusion_cites_a_document()
    {
        Assert.All(Shipped.Knowledge.Conclusions, c => Assert.NotEmpty(c.Citations));
        Assert.All(Shipped.Knowledge.Recommendations, r => Assert.NotEmpty(r.Citations));
    }

    [Fact]
    public void Every_option_says_why_it_is_listed() => Assert.Empty(
        Shipped.Knowledge.Recommendations.SelectMany(r => r.Options.Where(o => o.Reason is null).Select(o => $"{r.Id}: {o.Id}")));

    [Fact]
    public void No_text_is_the_same_in_both_languages_where_it_is_a_sentence()
    {
        foreach (RecommendationDefinition recommendation in Shipped.Knowledge.Recommendations)
        {
            Assert.NotEqual(recommendation.Summary.En, recommendation.Summary.Ja);
            Assert.NotEqual(recommendation.Detail.En, recommendation.Detail.Ja);
        }
    }
}
