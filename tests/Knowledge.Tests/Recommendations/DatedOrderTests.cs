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
        PatientFacts patient = Build.Myeloma() with
        {
            Conditions = [new RecordedCondition("smouldering-myeloma", true, "Condition/smm") { Since = ClinicalDate.OnDay(Build.Day(60)) }],
        };
        ServiceOrder visit = Build.Assess(patient).Recommendations.Single(r => r.Id == "observation.smm")
            .Options.SelectMany(o => o.Orders).OfType<ServiceOrder>().First(o => o.For == "m-protein-serum");
        Assert.Equal((new DateOnly(2027, 1, 20), new DateOnly(2027, 2, 20)), visit.Due);
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
