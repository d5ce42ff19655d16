using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class UnsettledTests
{
    private static readonly Unsettled AtThree = new(new FactComparison("albumin", FactTime.Current, ComparisonOperator.Equal, 3m));

    [Fact]
    public void Where_sources_disagree_the_answer_is_unknown_and_nothing_is_missing()
    {
        Finding finding = AtThree.Evaluate(Build.Context(Build.Myeloma(Build.Quantity("albumin", 3m))));
        Assert.Equal(Truth.Unknown, finding.Truth);
        Assert.Empty(finding.Missing);
        Assert.Equal("albumin", Assert.Single(finding.Basis).Fact);
    }

    [Theory]
    [InlineData(2.9)]
    [InlineData(3.1)]
    public void Elsewhere_it_does_not_hold(double value) =>
        Assert.Equal(Truth.False, AtThree.Evaluate(Build.Context(Build.Myeloma(Build.Quantity("albumin", (decimal)value)))).Truth);

    [Fact]
    public void What_nobody_measured_stays_missing()
    {
        Finding finding = AtThree.Evaluate(Build.Context(Build.Myeloma()));
        Assert.Equal(Truth.Unknown, finding.Truth);
        Assert.Equal(["albumin"], finding.Missing);
    }
}
