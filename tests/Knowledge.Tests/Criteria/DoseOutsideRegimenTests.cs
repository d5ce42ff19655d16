using Cds.Knowledge.Criteria;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class DoseOutsideRegimenTests
{
    private static readonly DoseOutsideRegimen Above = new(Above: true, Rounding: 0.1m);
    private static readonly DoseOutsideRegimen Below = new(Above: false, Rounding: 0.1m);

    [Theory]
    [InlineData(27.5, Truth.False)]
    [InlineData(27.51, Truth.True)]
    public void Rounding_is_allowed_for_above(double milligrams, Truth truth) =>
        Assert.Equal(truth, Above.TruthFor(Ordered.Order("lenalidomide", (decimal)milligrams)));

    [Theory]
    [InlineData(45, Truth.False)]
    [InlineData(44.9, Truth.True)]
    public void Rounding_is_allowed_for_below(double milligrams, Truth truth) =>
        Assert.Equal(truth, Below.TruthFor(Ordered.Order("thalidomide", (decimal)milligrams)));

    [Fact]
    public void The_regimen_that_drafts_and_running_drugs_make_up_gives_the_range()
    {
        // Lenalidomide alone is maintenance as well as Ld; with daratumumab it is D-Ld.
        DraftRange(Truth.False, "daratumumab", 1800m, Route.Subcutaneous);
        DraftRange(Truth.True, "daratumumab", 2500m, Route.Subcutaneous);
    }

    [Fact]
    public void The_dose_by_body_surface_area_is_worked_out()
    {
        var observations = new[] { Build.Quantity("body-surface-area", 1.5m) };
        Assert.Equal(Truth.False, Above.Evaluate(Ordered.Patient(Ordered.Order("bortezomib", 2.1m)) with { Observations = observations }).Truth);
        Assert.Equal(Truth.True, Above.Evaluate(Ordered.Patient(Ordered.Order("bortezomib", 2.2m)) with { Observations = observations }).Truth);
    }

    [Fact]
    public void A_drug_that_no_regimen_doses_has_no_range() => Assert.Equal(Truth.False, Above.TruthFor(Ordered.Order("acyclovir", 4000m)));

    private static void DraftRange(Truth truth, string drug, decimal milligrams, Route route) =>
        Assert.Equal(truth, Above.TruthFor(Ordered.Order(drug, milligrams, route: route), Ordered.Order("lenalidomide", 25m) with { IsSelected = false }));
}
