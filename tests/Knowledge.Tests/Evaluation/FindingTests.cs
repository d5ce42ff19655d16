using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>What is missing stands in the order in which it helps: readers see the first ones.</summary>
public sealed class FindingTests
{
    private static readonly Finding Decided = new(Truth.True, [], []);

    [Fact]
    public void What_most_open_questions_need_is_named_first() =>
        Assert.Equal(["albumin", "ecog", "age"], Finding.MissingOf([Finding.Lacking("ecog"), Finding.Lacking("age", "albumin"), Finding.Lacking("albumin")]));

    [Fact]
    public void Of_facts_needed_equally_often_that_of_the_smallest_set_comes_first() =>
        Assert.Equal(["ecog", "age", "albumin"], Finding.MissingOf([Finding.Lacking("age", "albumin"), Finding.Lacking("ecog")]));

    [Fact]
    public void Facts_that_nothing_tells_apart_keep_the_order_of_the_rule() =>
        Assert.Equal(["ldh", "albumin", "ecog"], Finding.MissingOf([Finding.Lacking("ldh"), Finding.Lacking("albumin"), Finding.Lacking("ecog")]));

    [Fact]
    public void A_decided_question_needs_nothing() =>
        Assert.Equal(["ecog"], Finding.MissingOf([Decided with { Missing = ["albumin"] }, Finding.Lacking("ecog")]));
}
