using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Values;

public sealed class TruthTests
{
    [Theory]
    [InlineData(Truth.False, Truth.Unknown, Truth.False)]
    [InlineData(Truth.True, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.True, Truth.True, Truth.True)]
    public void One_false_operand_decides_a_conjunction(Truth left, Truth right, Truth expected) => Assert.Equal(expected, left.And(right));

    [Theory]
    [InlineData(Truth.True, Truth.Unknown, Truth.True)]
    [InlineData(Truth.False, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.False, Truth.False, Truth.False)]
    public void One_true_operand_decides_a_disjunction(Truth left, Truth right, Truth expected) => Assert.Equal(expected, left.Or(right));

    [Fact]
    public void The_opposite_of_unknown_is_unknown() => Assert.Equal(Truth.Unknown, Truth.Unknown.Not());
}
