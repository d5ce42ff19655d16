using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Criteria;

/// <summary>The limits of a fact are found wherever a rule compares it.</summary>
public sealed class TurningPointsTests
{
    private static readonly TurningPoints Turns = new(Shipped.Knowledge);

    [Fact]
    public void Limits_of_rules_are_there_the_lowest_first() => Assert.Equal([3.5m, 5.5m], Turns.Of("beta2-microglobulin"));

    [Fact]
    public void Reference_limits_count_for_both_sexes_and_with_their_multiples()
    {
        Assert.Contains(222m, Turns.Of("ldh"));
        Assert.Superset(new HashSet<decimal> { 11.6m - 2m, 13.7m - 2m }, Turns.Of("hemoglobin").ToHashSet());
    }

    [Fact]
    public void A_fact_that_no_rule_compares_has_none() => Assert.Empty(Turns.Of("t-4-14"));
}
