using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class OrderingTests
{
    private static readonly Ordering Bortezomib = new(["bortezomib", "carfilzomib"]);

    [Fact]
    public void Any_of_the_drugs_satisfies_it()
    {
        Assert.Equal(Truth.True, Bortezomib.TruthFor(Ordered.Order("carfilzomib")));
        Assert.Equal(Truth.False, Bortezomib.TruthFor(Ordered.Order("ixazomib")));
    }

    [Fact]
    public void Orders_that_are_not_judged_do_not_count() =>
        Assert.Equal(Truth.False, Bortezomib.TruthFor(Ordered.Order("bortezomib") with { IsSelected = false }));

    [Fact]
    public void Outside_the_order_hooks_nothing_is_ordered() =>
        Assert.Equal(Truth.False, Bortezomib.Evaluate(Build.Context(Ordered.Patient(Ordered.Order("bortezomib")))).Truth);

    [Theory]
    [InlineData(9.9, Truth.False)]
    [InlineData(10, Truth.False)]
    [InlineData(10.1, Truth.True)]
    public void A_dose_is_compared_in_its_unit(double dose, Truth truth) =>
        Assert.Equal(truth, MoreThan(10m, "mg").TruthFor(Ordered.Order("bortezomib", (decimal)dose)));

    [Fact]
    public void Grams_are_milligrams() => Assert.Equal(Truth.True, MoreThan(10m, "mg").TruthFor(Ordered.Order("bortezomib", 0.02m, "g")));

    [Fact]
    public void Milligrams_are_compared_with_a_dose_by_body_surface_area()
    {
        Finding finding = MoreThan(1.3m, "mg/m2").Evaluate(
            Ordered.Patient(Ordered.Order("bortezomib", 2.7m)) with { Observations = [Build.Quantity("body-surface-area", 2.0m)] });
        Assert.Equal(Truth.True, finding.Truth);
        Assert.Contains(finding.Basis, b => b.Fact == "body-surface-area");
        Assert.Contains(finding.Basis, b => b.Resource == "MedicationRequest/bortezomib");
    }

    [Fact]
    public void Without_the_body_measure_it_is_unknown_and_names_it()
    {
        Finding finding = MoreThan(1.3m, "mg/m2").Evaluate(Ordered.Patient(Ordered.Order("bortezomib", 2.7m)));
        Assert.Equal(Truth.Unknown, finding.Truth);
        Assert.Equal(["height", "weight"], finding.Missing.Order());
    }

    [Fact]
    public void A_dose_that_is_not_chosen_or_is_no_mass_is_unknown_and_no_fact_would_decide_it()
    {
        foreach (Finding finding in new[]
        {
            MoreThan(10m, "mg").Evaluate(Ordered.Patient(Ordered.Order("bortezomib"))),
            MoreThan(10m, "mg").Evaluate(Ordered.Patient(Ordered.Order("bortezomib", 1m, "{pill}"))),
        })
        {
            Assert.Equal(Truth.Unknown, finding.Truth);
            Assert.Empty(finding.Missing);
        }
    }

    [Fact]
    public void Doses_in_28_days_and_route_are_compared_when_they_are_chosen()
    {
        Ordering often = new(["lenalidomide"]) { MoreThanDosesPer28Days = 14m };
        Assert.Equal(Truth.False, often.TruthFor(Ordered.Order("lenalidomide", doses: 14m)));
        Assert.Equal(Truth.True, often.TruthFor(Ordered.Order("lenalidomide", doses: 28m)));
        Assert.Equal(Truth.Unknown, often.TruthFor(Ordered.Order("lenalidomide")));

        Ordering intravenous = new(["melphalan"]) { Route = Route.Intravenous };
        Assert.Equal(Truth.True, intravenous.TruthFor(Ordered.Order("melphalan", route: Route.Intravenous)));
        Assert.Equal(Truth.False, intravenous.TruthFor(Ordered.Order("melphalan", route: Route.Oral)));
        Assert.Equal(Truth.Unknown, intravenous.TruthFor(Ordered.Order("melphalan")));
    }

    private static Ordering MoreThan(decimal amount, string unit) => new(["bortezomib"]) { Dose = [new DoseTest(ComparisonOperator.MoreThan, amount, unit)] };
}
