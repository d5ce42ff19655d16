using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Criteria;

public sealed class GivenTogetherTests
{
    private static readonly GivenTogether Both = new(["bortezomib", "melphalan"]);

    [Fact]
    public void Drugs_of_the_same_time_were_given_together() =>
        Assert.Equal(Truth.True, Evaluate(Given("bortezomib", 500, 300), Given("melphalan", 490, 310)).Truth);

    [Fact]
    public void Drugs_of_different_times_were_not() =>
        Assert.Equal(Truth.False, Evaluate(Given("bortezomib", 500, 400), Given("melphalan", 390, 310)).Truth);

    [Fact]
    public void One_of_them_is_not_enough() => Assert.Equal(Truth.False, Evaluate(Given("bortezomib", 500, 400)).Truth);

    [Fact]
    public void Melphalan_as_conditioning_while_bortezomib_goes_on_is_no_regimen()
    {
        PatientFacts patient = Patient(Given("bortezomib", 500, 300), Given("melphalan", 402, 401)) with
        {
            Procedures = [new RecordedProcedure("autologous-transplant", ClinicalDate.OnDay(Build.Day(400)), "Procedure/sct")],
        };
        Assert.Equal(Truth.False, Both.Evaluate(Build.Context(patient)).Truth);
    }

    [Fact]
    public void An_end_that_nobody_knows_leaves_it_open()
    {
        DrugRecord openEnd = Given("bortezomib", 500, 400) with { End = new ClinicalDate(Build.Day(400).ToDateTime(TimeOnly.MinValue), Build.Day(300).ToDateTime(TimeOnly.MaxValue), "?") };
        Finding finding = Evaluate(openEnd, Given("melphalan", 350, 310));
        Assert.Equal((Truth.Unknown, "bortezomib"), (finding.Truth, finding.Missing.Single()));
    }

    [Fact]
    public void A_drug_history_that_was_not_read_leaves_it_open()
    {
        Finding finding = Both.Evaluate(Build.Context(Build.Myeloma() with { KnownHistory = RecordedHistory.Conditions }));
        Assert.Equal(Truth.Unknown, finding.Truth);
        Assert.NotEmpty(finding.Missing);
    }

    private static Finding Evaluate(params DrugRecord[] records) => Both.Evaluate(Build.Context(Patient(records)));

    private static PatientFacts Patient(params DrugRecord[] records) => Build.Myeloma() with { DrugRecords = records };

    private static DrugRecord Given(string drug, int from, int to) => new(drug, DrugRecordSource.Statement, DrugRecordStatus.Ended, $"MedicationStatement/{drug}")
    {
        Start = ClinicalDate.OnDay(Build.Day(from)),
        End = ClinicalDate.OnDay(Build.Day(to)),
    };
}
