using Cds.Knowledge.Criteria;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

/// <summary>How often an order gives a drug, against the schedules of the regimens.</summary>
public sealed class DosedTooOftenTests
{
    private static readonly DosedTooOften TooOften = new(Rounding: 0.1m);

    [Theory]
    [InlineData(8, Truth.False)]
    [InlineData(9, Truth.True)]
    public void The_busiest_week_of_any_regimen_is_the_limit(int doses, Truth truth) =>
        Assert.Equal(truth, TooOften.TruthFor(Ordered.Order("bortezomib", 1.3m, "mg/m2", doses: doses)));

    [Theory]
    [InlineData(4, Truth.False)]
    [InlineData(5, Truth.True)]
    public void The_regimen_that_the_orders_make_up_is_the_limit(int doses, Truth truth) => Assert.Equal(truth, TooOften.TruthFor(
        Ordered.Order("dexamethasone", 40m, doses: doses), Ordered.Order("lenalidomide", 25m, doses: 21m) with { IsSelected = false }));

    [Theory]
    [InlineData(5.5, Truth.False)]
    [InlineData(8, Truth.True)]
    public void A_smaller_dose_may_be_more_frequent_while_the_week_holds_no_more(double dose, Truth truth) => Assert.Equal(truth, TooOften.TruthFor(
        Ordered.Order("dexamethasone", (decimal)dose, doses: 28m), Ordered.Order("lenalidomide", 25m, doses: 21m) with { IsSelected = false }));

    [Fact]
    public void A_timing_that_is_not_known_is_not_judged() => Assert.Equal(Truth.Unknown, TooOften.TruthFor(Ordered.Order("bortezomib", 1.3m, "mg/m2")));

    [Fact]
    public void Without_body_size_a_dose_in_milligrams_leaves_height_and_weight_missing() =>
        Assert.Equal(["height", "weight"], TooOften.Evaluate(Ordered.Patient(Ordered.Order("bortezomib", 2.2m, doses: 28m))).Missing.Order(StringComparer.Ordinal));

    [Fact]
    public void A_drug_that_no_regimen_holds_has_no_schedule() => Assert.Equal(Truth.False, TooOften.TruthFor(Ordered.Order("acyclovir", 200m, doses: 140m)));
}
