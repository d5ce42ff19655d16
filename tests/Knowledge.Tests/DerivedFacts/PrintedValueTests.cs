using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.DerivedFacts;

/// <summary>Derived values that laboratories print count only where the raw values of the same day or later are missing (docs/contract/reading.md, 13).</summary>
public sealed class PrintedValueTests
{
    [Theory]
    [InlineData(20, 1, 1, "7.6")]
    [InlineData(5, 5, 5, "7.6")]
    [InlineData(5, 5, 20, "9.6")]
    [InlineData(5, 10, 10, "9.6")]
    [InlineData(20, 1, 25, "7.6")]
    public void Corrected_calcium_is_computed_from_values_of_the_printed_day_or_later(int printedDaysAgo, int calciumDaysAgo, int albuminDaysAgo, string expected) => Assert.Equal(expected, Read("calcium-corrected",
        Build.Quantity("calcium-corrected", 9.6m, printedDaysAgo), Build.Quantity("calcium", 7.6m, calciumDaysAgo), Build.Quantity("albumin", 4.1m, albuminDaysAgo)));

    [Fact]
    public void A_printed_corrected_calcium_stands_alone() => Assert.Equal("9.6", Read("calcium-corrected", Build.Quantity("calcium-corrected", 9.6m)));

    [Fact]
    public void A_calcium_after_the_printed_value_that_cannot_be_corrected_leaves_it_unknown()
    {
        FactReading reading = Reading("calcium-corrected", Build.Quantity("calcium-corrected", 9.6m, 20), Build.Quantity("calcium", 7.6m, 1));
        Assert.Null(reading.Value);
        Assert.Equal(["albumin"], reading.Missing);
    }

    [Theory]
    [InlineData(10, 10, "95")]
    [InlineData(12, 10, "95")]
    [InlineData(8, 10, "66.67 to 200")]
    public void A_ratio_is_computed_from_chains_of_the_printed_day_or_later(int printedDaysAgo, int chainsDaysAgo, string expected) => Assert.Equal(expected, Read("flc-involved-ratio",
        Printed(0.01m, printedDaysAgo), Build.Quantity("flc-kappa", 8m, chainsDaysAgo), Build.Quantity("flc-lambda", 760m, chainsDaysAgo)));

    [Fact]
    public void Chains_of_different_days_make_no_ratio()
    {
        FactReading reading = Reading("flc-ratio", Build.Quantity("flc-kappa", 4m, 20), Build.Quantity("flc-lambda", 1800m, 2));
        Assert.Null(reading.Value);
        Assert.Equal(["flc-ratio", "flc-kappa", "flc-lambda"], reading.Missing);
        Assert.Null(Reading("flc-difference", Build.Quantity("flc-kappa", 4m, 20), Build.Quantity("flc-lambda", 1800m, 2)).Value);
    }

    [Fact]
    public void Chains_of_one_report_make_a_ratio_although_dated_apart() => Assert.Equal("450", Read("flc-involved-ratio",
        Build.Quantity("flc-kappa", 4m, 3) with { Reports = ["DiagnosticReport/r"] }, Build.Quantity("flc-lambda", 1800m, 2) with { Reports = ["DiagnosticReport/r"] }));

    [Fact]
    public void The_involved_chain_is_that_of_the_pair_and_not_a_later_one_alone() => Assert.Equal("900", Read("flc-involved",
        Build.Quantity("flc-kappa", 900m, 9), Build.Quantity("flc-lambda", 9m, 9), Build.Quantity("flc-kappa", 40m, 2)));

    [Theory]
    [InlineData("flc-ratio", 40, "flc-kappa", 39, false)]
    [InlineData("flc-ratio", 40, "flc-lambda", 5, false)]
    [InlineData("flc-ratio", 40, "flc-kappa", 40, true)]
    [InlineData("flc-ratio", 40, "flc-kappa", 41, true)]
    [InlineData("flc-ratio", 40, "albumin", 5, true)]
    [InlineData("calcium-corrected", 20, "calcium", 19, false)]
    [InlineData("calcium-corrected", 20, "calcium", 20, true)]
    [InlineData("creatinine-clearance-reported", 20, "creatinine", 19, false)]
    [InlineData("creatinine-clearance-reported", 20, "creatinine", 20, true)]
    public void A_printed_value_is_outdated_by_a_later_raw_value_that_could_not_be_read(string printed, int printedDaysAgo, string raw, int rawDaysAgo, bool counts)
    {
        string asked = printed == "creatinine-clearance-reported" ? "creatinine-clearance" : printed;
        PatientFacts patient = Build.Myeloma(Build.Quantity(printed, 9.6m, printedDaysAgo)) with { UnreadValues = [new UnreadValue(raw, ClinicalDate.OnDay(Build.Day(rawDaysAgo)), "Observation/unread")] };
        FactReading reading = Build.Context(patient).Read(asked, FactTime.Current);
        Assert.Equal(counts, reading.Value is not null);
        if (!counts) Assert.Contains(raw, reading.Missing);
    }

    [Fact]
    public void Chains_that_were_read_after_the_unreadable_one_make_the_ratio()
    {
        PatientFacts patient = Build.Myeloma(Build.Quantity("flc-ratio", 9.6m, 40), Build.Quantity("flc-kappa", 30m, 4), Build.Quantity("flc-lambda", 15m, 4))
            with { UnreadValues = [new UnreadValue("flc-kappa", ClinicalDate.OnDay(Build.Day(5)), "Observation/unread")] };
        Assert.Equal(2m, Build.Context(patient).Read("flc-ratio", FactTime.Current).Range!.Value.Exact);
    }

    [Fact]
    public void A_value_that_cannot_be_read_and_lies_ahead_outdates_nothing()
    {
        PatientFacts patient = Build.Myeloma(Build.Quantity("flc-ratio", 9.6m, 40)) with { UnreadValues = [new UnreadValue("flc-kappa", ClinicalDate.OnDay(Build.Day(-1)), "Observation/unread")] };
        Assert.NotNull(Build.Context(patient).Read("flc-ratio", FactTime.Current).Value);
    }

    [Fact]
    public void A_printed_ratio_around_1_leaves_the_involved_ratio_near_1() => Assert.Equal("1 to 1.05", Read("flc-involved-ratio", Printed(1.0m, 2)));

    [Theory]
    [InlineData("0.01", "0.005 to 0.015")]
    [InlineData("0.010", "0.0095 to 0.0105")]
    [InlineData("0", "0 to 0.5")]
    [InlineData("150", "149.5 to 150.5")]
    public void A_printed_number_is_as_fine_as_its_digits(string printed, string expected) =>
        Assert.Equal(expected, PrintedNumber.Of(decimal.Parse(printed, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public void A_measured_clearance_comes_first() => Assert.Equal("85", Clearance(0.8m, 1.19m));

    [Fact]
    public void A_creatinine_half_as_high_again_outdates_a_measured_clearance()
    {
        Assert.NotEqual("85", Clearance(0.8m, 1.2m));
        Assert.NotEqual("85", Clearance(0.8m, 4.0m));
    }

    [Fact]
    public void A_measured_clearance_without_a_creatinine_of_its_time_stands() =>
        Assert.Equal("85", Read("creatinine-clearance", Build.Quantity("creatinine-clearance", 85m, 25), Build.Quantity("creatinine", 4m, 1), Build.Quantity("weight", 60m)));

    [Fact]
    public void A_reported_estimate_newer_than_every_creatinine_counts() => Assert.Equal("25", Read("creatinine-clearance",
        Build.Quantity("creatinine-clearance-reported", 25m, 1), Build.Quantity("creatinine", 0.8m, 25), Build.Quantity("weight", 60m)));

    [Fact]
    public void A_reported_estimate_from_before_the_creatinine_rose_is_not_used_where_none_can_be_computed() => Assert.Null(Reading("creatinine-clearance",
        Build.Quantity("creatinine-clearance-reported", 85m, 25), Build.Quantity("creatinine", 0.8m, 25), Build.Quantity("creatinine", 4m, 1)).Value);

    private static string Clearance(decimal then, decimal now) => Read("creatinine-clearance",
        Build.Quantity("creatinine-clearance", 85m, 25), Build.Quantity("creatinine", then, 25), Build.Quantity("creatinine", now, 1), Build.Quantity("weight", 60m));

    private static ObservedFact Printed(decimal ratio, int daysAgo) => Build.Quantity("flc-ratio", ratio, daysAgo) with { AsPrinted = PrintedNumber.Of(ratio) };

    private static FactReading Reading(string fact, params ObservedFact[] observations) => Build.Context(Build.Myeloma(observations)).Read(fact, FactTime.Current);

    private static string Read(string fact, params ObservedFact[] observations)
    {
        ValueRange range = Reading(fact, observations).Range!.Value;
        return (range with { Low = Rounded(range.Low), High = Rounded(range.High) }).ToString();
    }

    private static decimal? Rounded(decimal? number) => number is { } exact ? Math.Round(exact, 2) : null;
}
