using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Recommendations;

public sealed class DatedOrderTests
{
    [Fact]
    public void The_next_visit_of_smouldering_myeloma_in_its_first_year_is_dated_two_to_three_months_ahead()
    {
        ServiceOrder visit = Visit(measured: null);
        Assert.Equal((new DateOnly(2027, 1, 20), new DateOnly(2027, 2, 20)), visit.Due);
        Assert.Contains("2027-01-20 to 2027-02-20", visit.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_visit_counts_from_the_last_measurement()
    {
        Assert.Equal((new DateOnly(2026, 12, 10), new DateOnly(2027, 1, 10)), Visit(new DateOnly(2026, 10, 10)).Due);
        Assert.Equal((Build.Day(0), new DateOnly(2026, 12, 1)), Visit(new DateOnly(2026, 9, 1)).Due);
    }

    [Fact]
    public void A_visit_past_its_date_is_due_now_and_says_when_the_last_one_was()
    {
        ServiceOrder visit = Visit(new DateOnly(2026, 8, 1));
        Assert.Equal((Build.Day(0), Build.Day(0)), visit.Due);
        Assert.Contains("2026-08-01", visit.Text.En, StringComparison.Ordinal);
        Assert.Contains("2026-08-01", visit.Text.Ja, StringComparison.Ordinal);
    }

    private static ServiceOrder Visit(DateOnly? measured)
    {
        PatientFacts patient = Build.Myeloma() with
        {
            Conditions = [new RecordedCondition("smouldering-myeloma", true, "Condition/smm") { Since = ClinicalDate.OnDay(Build.Day(60)) }],
            Observations = measured is { } day ? [Build.Quantity("m-protein-serum", 3.2m, Build.Day(0).DayNumber - day.DayNumber)] : [],
        };
        return Build.Assess(patient).Recommendations.Single(r => r.Id == "observation.smm")
            .Options.SelectMany(o => o.Orders).OfType<ServiceOrder>().First(o => o.For == "m-protein-serum");
    }

    [Fact]
    public void A_recorded_plasma_cell_disorder_without_a_diagnosis_of_ours_still_gets_zoster_prophylaxis()
    {
        PatientFacts patient = Build.Myeloma() with
        {
            Conditions = [new RecordedCondition("waldenstrom", true, "Condition/wm") { Since = ClinicalDate.OnDay(Build.Day(400)) }],
            DrugRecords = [new DrugRecord("bortezomib", DrugRecordSource.Statement, DrugRecordStatus.Active, "MedicationStatement/b") { Start = ClinicalDate.OnDay(Build.Day(30)) }],
        };
        Assert.Contains(Build.Assess(patient).Recommendations, r => r is { Id: "prophylaxis.herpes-zoster", Status: RecommendationStatus.Due });
    }
}
