using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Values;

public sealed class ValueRangeTests
{
    public static TheoryData<ValueRange, decimal, Truth> BelowThreshold => new()
    {
        { ValueRange.Exactly(3.49m), 3.5m, Truth.True },
        { ValueRange.Exactly(3.5m), 3.5m, Truth.False },
        { ValueRange.LessThan(3.0m), 3.5m, Truth.True },
        { ValueRange.LessThan(3.5m), 3.5m, Truth.True },
        { ValueRange.AtMost(3.5m), 3.5m, Truth.Unknown },
        { ValueRange.LessThan(3.0m), 2.5m, Truth.Unknown },
        { ValueRange.AtLeast(3.5m), 3.5m, Truth.False },
        { ValueRange.MoreThan(3.4m), 3.5m, Truth.Unknown },
    };

    public static TheoryData<ValueRange, decimal, Truth> AtMostThreshold => new()
    {
        { ValueRange.Exactly(2.0m), 2.0m, Truth.True },
        { ValueRange.Exactly(2.01m), 2.0m, Truth.False },
        { ValueRange.MoreThan(2.0m), 2.0m, Truth.False },
        { ValueRange.AtLeast(2.0m), 2.0m, Truth.Unknown },
        { ValueRange.AtMost(2.0m), 2.0m, Truth.True },
    };

    [Theory]
    [MemberData(nameof(BelowThreshold))]
    public void A_bound_decides_what_it_can_about_being_below(ValueRange range, decimal threshold, Truth expected)
    {
        Assert.Equal(expected, range.IsLessThan(threshold));
        Assert.Equal(expected.Not(), range.IsAtLeast(threshold));
    }

    [Theory]
    [MemberData(nameof(AtMostThreshold))]
    public void A_bound_decides_what_it_can_about_being_at_most(ValueRange range, decimal threshold, Truth expected)
    {
        Assert.Equal(expected, range.IsAtMost(threshold));
        Assert.Equal(expected.Not(), range.IsMoreThan(threshold));
    }

    [Fact]
    public void A_difference_of_bounds_keeps_the_open_end()
    {
        ValueRange difference = ValueRange.MoreThan(100m).Minus(ValueRange.Exactly(10m));
        Assert.Equal(Truth.True, difference.IsMoreThan(90m));
        Assert.Equal(Truth.Unknown, difference.IsMoreThan(91m));
    }

    [Fact]
    public void A_quotient_by_an_upper_bound_has_a_lower_end_only()
    {
        ValueRange ratio = ValueRange.Exactly(300m).DividedBy(ValueRange.LessThan(3m));
        Assert.Equal(Truth.True, ratio.IsMoreThan(100m));
        Assert.Equal(Truth.Unknown, ratio.IsMoreThan(101m));
        Assert.Null(ratio.High);
    }

    [Fact]
    public void A_factor_that_is_not_positive_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ValueRange.Exactly(1m).Times(0m));

    [Fact]
    public void Text_shows_the_comparator() => Assert.Equal("< 3", ValueRange.LessThan(3.0m).ToString());
}
