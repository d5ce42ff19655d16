using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

/// <summary>What was given, in which dose, and which dose was the latest.</summary>
public sealed class GivenDrugTests
{
    private static readonly GivenDrug MoreThanFirstStep = new(["teclistamab"]) { MinimumDose = 0.066m, DoseUnit = "mg/kg", DoseExclusive = true };

    private static readonly GivenDrug LatestIsMore = MoreThanFirstStep with { Latest = true };

    [Theory]
    [InlineData(4.2, "mg", 70, Truth.False)]
    [InlineData(21, "mg", 70, Truth.True)]
    [InlineData(0.021, "g", 70, Truth.True)]
    [InlineData(0.06, "mg/kg", 70, Truth.False)]
    [InlineData(0.3, "mg/kg", 70, Truth.True)]
    public void Doses_in_other_units_are_compared_by_weight(double dose, string unit, int weight, Truth expected) =>
        Assert.Equal(expected, Evaluate(MoreThanFirstStep, [Build.Quantity("weight", weight)], Given(5, (decimal)dose, unit)).Truth);

    [Fact]
    public void Without_a_weight_it_is_the_weight_that_is_missing()
    {
        Finding finding = Evaluate(MoreThanFirstStep, [], Given(5, 21m));
        Assert.Equal((Truth.Unknown, "weight"), (finding.Truth, finding.Missing.Single()));
    }

    [Fact]
    public void A_dose_that_nobody_recorded_leaves_the_drug_missing()
    {
        Finding finding = Evaluate(MoreThanFirstStep, [Build.Quantity("weight", 70m)], Given(5, null));
        Assert.Equal((Truth.Unknown, "teclistamab"), (finding.Truth, finding.Missing.Single()));
    }

    [Fact]
    public void The_latest_dose_decides_whatever_came_before()
    {
        Assert.Equal(Truth.False, Evaluate(LatestIsMore, [], Given(30, 1.5m, "mg/kg"), Given(2, 0.06m, "mg/kg")).Truth);
        Assert.Equal(Truth.True, Evaluate(LatestIsMore, [], Given(30, 0.06m, "mg/kg"), Given(2, 1.5m, "mg/kg")).Truth);
        Assert.Equal(Truth.True, Evaluate(MoreThanFirstStep, [], Given(30, 1.5m, "mg/kg"), Given(2, 0.06m, "mg/kg")).Truth);
    }

    [Fact]
    public void A_window_asks_when_the_latest_dose_was()
    {
        GivenDrug inAWeek = new(["teclistamab"]) { Latest = true, WithinDays = 7 };
        Assert.Equal(Truth.True, Evaluate(inAWeek, [], Given(30, 1.5m, "mg/kg"), Given(7, 0.06m, "mg/kg")).Truth);
        Assert.Equal(Truth.False, Evaluate(inAWeek, [], Given(8, 1.5m, "mg/kg")).Truth);
        Assert.Equal(Truth.False, Evaluate(inAWeek, []).Truth);
    }

    [Fact]
    public void An_order_that_still_runs_is_no_later_dose_than_an_administration() =>
        Assert.Equal(Truth.False, Evaluate(LatestIsMore, [], Given(2, 0.06m, "mg/kg"),
            Given(20, 1.5m, "mg/kg") with { Source = DrugRecordSource.Request, Status = DrugRecordStatus.Active, End = null, Resource = "MedicationRequest/r" }).Truth);

    [Fact]
    public void Two_doses_of_which_either_may_be_the_latest_decide_nothing_where_they_differ()
    {
        Assert.Equal(Truth.Unknown, Evaluate(LatestIsMore, [], Given(2, 1.5m, "mg/kg"), Given(2, 0.06m, "mg/kg")).Truth);
        Assert.Equal(Truth.True, Evaluate(LatestIsMore, [], Given(2, 1.5m, "mg/kg"), Given(2, 0.3m, "mg/kg")).Truth);
    }

    [Fact]
    public void A_drug_history_that_was_not_read_leaves_it_open() =>
        Assert.Equal(Truth.Unknown, LatestIsMore.Evaluate(Build.Context(Build.Myeloma() with { DrugRecords = [Given(2, 1.5m, "mg/kg")], KnownHistory = RecordedHistory.Conditions })).Truth);

    private static Finding Evaluate(GivenDrug criterion, ObservedFact[] facts, params DrugRecord[] records) =>
        criterion.Evaluate(Build.Context(Build.Myeloma(facts) with { DrugRecords = records }));

    private static DrugRecord Given(int daysAgo, decimal? dose, string unit = "mg") =>
        new("teclistamab", DrugRecordSource.Administration, DrugRecordStatus.Ended, $"MedicationAdministration/{daysAgo}-{dose}")
        {
            Start = ClinicalDate.OnDay(Build.Day(daysAgo)),
            End = ClinicalDate.OnDay(Build.Day(daysAgo)),
            DoseAmount = dose,
            DoseUnit = dose is null ? null : unit,
        };
}
