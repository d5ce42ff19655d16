using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Units;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>The limits of facts and the days between two doses are those of the tables, and they are what decides.</summary>
public sealed class LimitTableTests
{
    public static IEnumerable<TheoryDataRow<string>> Facts() => Shipped.Knowledge.Facts.Keys.Order(StringComparer.Ordinal).Select(id => new TheoryDataRow<string>(id));

    public static IEnumerable<TheoryDataRow<string>> Drugs() => Shipped.Knowledge.Drugs.Keys.Order(StringComparer.Ordinal).Select(id => new TheoryDataRow<string>(id));

    [Theory]
    [MemberData(nameof(Facts))]
    public void Windows_and_limits_of_a_fact_are_those_of_the_table(string id)
    {
        FactDefinition fact = Shipped.Knowledge.Facts[id];
        Assert.Equal(LimitTables.Facts.GetValueOrDefault(id), LimitTables.Row(fact));
        foreach ((FactTime at, int? days) in new[] { (FactTime.Current, fact.CurrentDays), (FactTime.Baseline, fact.BaselineDays) })
            Assert.Equal(days is { } d ? Build.Day(d) : null, new FactSelection(Build.Context(Build.Myeloma())).Window(fact, at).From);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Both_ends_of_what_is_possible_are_possible_and_nothing_beyond(string id)
    {
        FactDefinition fact = Shipped.Knowledge.Facts[id];
        if (fact.PlausibleLow is { } low) Assert.Equal((true, false), (IsPossible(fact, low), IsPossible(fact, low - 0.000001m)));
        if (fact.PlausibleHigh is { } high) Assert.Equal((true, false), (IsPossible(fact, high), IsPossible(fact, high + 0.000001m)));
    }

    [Theory]
    [MemberData(nameof(Drugs))]
    public void One_recorded_dose_runs_as_long_as_the_table_says(string id)
    {
        Drug drug = Shipped.Knowledge.Drugs[id];
        Assert.Equal(LimitTables.Drugs.GetValueOrDefault(id), LimitTables.Row(drug));
        Assert.Equal(Truth.True, Runs(id, drug.IntervalDays));
        Assert.Equal(Truth.False, Runs(id, drug.IntervalDays + 1));
    }

    [Fact]
    public void The_tables_name_nothing_else()
    {
        Assert.Empty(LimitTables.Facts.Keys.Except(Shipped.Knowledge.Facts.Keys));
        Assert.Empty(LimitTables.Drugs.Keys.Except(Shipped.Knowledge.Drugs.Keys));
    }

    private static bool IsPossible(FactDefinition fact, decimal value) => fact.IsPlausible(ValueRange.Exactly(value));

    private static Truth Runs(string drug, int daysAgo)
    {
        var dose = new DrugRecord(drug, DrugRecordSource.Administration, DrugRecordStatus.Ended, "MedicationAdministration/d") { Start = ClinicalDate.OnDay(Build.Day(daysAgo)) };
        return new OnDrug([drug]).Evaluate(Build.Context(Build.Myeloma() with { DrugRecords = [dose] })).Truth;
    }
}
