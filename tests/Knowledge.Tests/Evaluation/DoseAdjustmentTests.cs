using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>Orders of a regimen carry the dose for this patient's age and renal function.</summary>
public sealed class DoseAdjustmentTests
{
    [Theory]
    [InlineData("60", "25")]
    [InlineData("59.9", "10")]
    [InlineData("30", "10")]
    public void Lenalidomide_is_ordered_by_creatinine_clearance(string clearance, string milligrams)
    {
        DrugOrder order = OrderOf("lenalidomide", "1950-01-01", Build.Quantity("creatinine-clearance", decimal.Parse(clearance, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(decimal.Parse(milligrams, System.Globalization.CultureInfo.InvariantCulture), order.DoseAmount);
    }

    [Fact]
    public void Below_30_lenalidomide_is_ordered_for_every_other_day_and_the_order_says_why()
    {
        DrugOrder order = OrderOf("lenalidomide", "1950-01-01", Build.Quantity("creatinine-clearance", 29.9m));
        Assert.Equal(15m, order.DoseAmount);
        Assert.Equal([1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21], order.Days);
        Assert.Contains("15 mg every other day", order.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_creatinine_clearance_leaves_the_dose_and_asks_for_it()
    {
        Assessment assessment = Assess("1950-01-01");
        Recommendation recommendation = assessment.Recommendations.Single(r => r.Id == "induction.transplant-ineligible");
        Assert.Equal(25m, OrderIn(recommendation, "lenalidomide").DoseAmount);
        Assert.Contains(recommendation.ToConfirm, c => c.En.Contains("creatinine", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("1951-11-21", "40")]
    [InlineData("1951-11-20", "20")]
    public void Dexamethasone_of_D_Ld_is_halved_from_75_years_on(string born, string milligrams) =>
        Assert.Equal(decimal.Parse(milligrams, System.Globalization.CultureInfo.InvariantCulture), OrderOf("dexamethasone", born, Build.Quantity("creatinine-clearance", 90m)).DoseAmount);

    private static DrugOrder OrderOf(string drug, string born, params ObservedFact[] facts) =>
        OrderIn(Assess(born, facts).Recommendations.Single(r => r.Id == "induction.transplant-ineligible"), drug);

    private static DrugOrder OrderIn(Recommendation recommendation, string drug) =>
        recommendation.Options.Single(o => o.Id == "d-ld").Orders.OfType<DrugOrder>().Single(o => o.DrugId == drug);

    private static Assessment Assess(string born, params ObservedFact[] facts) => Build.Assess(Build.Myeloma([.. facts, Build.Quantity("hemoglobin", 9m)]) with
    {
        BirthDate = ClinicalDate.OnDay(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture)),
    });
}
