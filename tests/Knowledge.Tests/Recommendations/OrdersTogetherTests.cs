using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Criteria;
using Cds.Knowledge.Tests.Evaluation;

namespace Cds.Knowledge.Tests.Recommendations;

/// <summary>Several drafts of one drug: what is added up, and what the change does to each of them.</summary>
public sealed class OrdersTogetherTests
{
    [Fact]
    public void Daily_doses_of_the_same_days_are_one_dose()
    {
        DraftOrder joined = Assert.Single(OrdersTogether.OfDays([Order("a", 10m), Order("b", 15m)]));
        Assert.Equal((25m, 28m), (joined.DoseAmount, joined.DosesPer28Days));
        Assert.Equal(["MedicationRequest/a", "MedicationRequest/b"], joined.Written.Select(o => o.Resource));
    }

    [Fact]
    public void A_dose_that_is_open_or_could_not_be_read_is_not_added() =>
        Assert.Equal(3, OrdersTogether.OfDays([Order("a", 10m), Order("b", null), Order("c", 10m) with { Unread = [UnreadPart.Strength] }]).Count);

    [Fact]
    public void Other_units_routes_and_timings_are_not_added() => Assert.Equal(4, OrdersTogether.OfDays(
        [Order("a", 10m), Order("b", 10m) with { DoseUnit = "mg/m2" }, Order("c", 10m) with { Route = Route.Intravenous }, Order("d", 10m) with { DosesPer28Days = 4m }]).Count);

    [Fact]
    public void An_order_that_continues_the_other_is_not_added() =>
        Assert.Equal(2, OrdersTogether.OfDays([Order("a", 25m), Order("b", 25m) with { Replaces = ["MedicationRequest/a"] }]).Count);

    [Theory]
    [InlineData("2026-12-11", 2)]
    [InlineData("2026-12-10", 1)]
    public void Orders_whose_days_differ_are_not_added(string second, int orders) => Assert.Equal(orders, OrdersTogether.OfDays(
        [On("a", "2026-11-20", 21m), On("b", second, 21m)]).Count);

    [Fact]
    public void An_order_without_an_end_goes_on() => Assert.Single(OrdersTogether.OfDays([On("a", "2026-11-20", null), On("b", "2027-11-20", null)]));

    [Fact]
    public void A_single_dose_is_not_added_to_another() => Assert.Empty(OrdersTogether.OfWeeks([Order("a", 4m) with { DosesPer28Days = 1m }, Order("b", 4m) with { DosesPer28Days = 1m }]));

    [Fact]
    public void A_change_of_orders_that_are_judged_together_changes_one_and_removes_the_others()
    {
        Recommendation above = Judge("safety.dose-range", Order("a", 25m), Order("b", 25m));
        Assert.Equal("25 mg + 25 mg = 50 mg together is more than the regimens plan (2.5 mg - 25 mg)", above.Summary.En["Lenalidomide: ".Length..]);
        IReadOnlyList<Order> orders = above.Options[0].Orders;
        Assert.Equal(("MedicationRequest/a", 25m), (Assert.IsType<DoseChange>(orders[0]).Target, ((DoseChange)orders[0]).DoseAmount));
        Assert.Equal("MedicationRequest/b", Assert.IsType<OrderRemoval>(orders[1]).Target);
        Assert.Equal(["MedicationRequest/a", "MedicationRequest/b"], above.JudgedOrders.Select(o => o.Resource));
        Assert.Equal(2, above.Basis.Count(b => b.Fact == "lenalidomide"));
    }

    private static Recommendation Judge(string rule, params DraftOrder[] orders) => new Assessor(Content.Shipped.Knowledge)
        .JudgeOrders(Ordered.Patient(orders), Build.Today).Recommendations.Single(r => r.Definition.Id == rule);

    private static DraftOrder Order(string id, decimal? dose) => Ordered.Order("lenalidomide", dose, doses: 28m) with { Resource = $"MedicationRequest/{id}" };

    private static DraftOrder On(string id, string first, decimal? days) =>
        Order(id, 25m) with { FirstDay = DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), CourseDays = days };
}
