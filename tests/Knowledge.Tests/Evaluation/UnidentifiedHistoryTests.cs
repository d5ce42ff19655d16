using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>A record that nobody can identify opens the history it belongs to again, as far as it can be the record asked for.</summary>
public sealed class UnidentifiedHistoryTests
{
    private static readonly ClinicalDate LongAgo = ClinicalDate.OnDay(Build.Day(400));

    private static Finding Ask(Criterion criterion, params UnidentifiedRecord[] records) =>
        criterion.Evaluate(new PatientContext(Shipped.Knowledge, Build.Myeloma() with { Unidentified = records }, Build.Today, new HashSet<string>()));

    private static UnidentifiedRecord Record(RecordedHistory part) => new(part, "Resource/x");

    [Fact]
    public void Each_part_opens_its_own_questions_and_is_named_as_missing()
    {
        UnidentifiedRecord[] drug = [Record(RecordedHistory.Medications)], procedure = [Record(RecordedHistory.Procedures)], disease = [Record(RecordedHistory.Conditions)];
        Criterion onAspirin = new OnDrug(["aspirin"]), transplanted = new ProcedureDone(["autologous-transplant"], null), heart = new ConditionRecorded(["heart-failure"], ConditionStatus.Current, false, null);
        foreach ((Criterion criterion, UnidentifiedRecord[] own, string part) in new[] { (onAspirin, drug, "medications"), (transplanted, procedure, "procedures"), (heart, disease, "conditions") })
        {
            Assert.Equal(Truth.Unknown, Ask(criterion, own).Truth);
            Assert.Equal([part], Ask(criterion, own).Missing);
            foreach (UnidentifiedRecord[] other in new[] { drug, procedure, disease }.Where(o => o != own)) Assert.Equal(Truth.False, Ask(criterion, other).Truth);
        }
    }

    [Fact]
    public void A_treatment_that_is_over_may_have_been_given_and_does_not_run()
    {
        UnidentifiedRecord over = Record(RecordedHistory.Medications) with { Since = LongAgo, Until = ClinicalDate.OnDay(Build.Day(300)) };
        Assert.Equal(Truth.False, Ask(new OnDrug(["aspirin"]), over).Truth);
        Assert.Equal(Truth.False, Ask(new GivenDrug(["denosumab"]) { WithinDays = 42 }, over).Truth);
        Assert.Equal(Truth.Unknown, Ask(new ExposedTo("lenalidomide", false), over).Truth);
        Assert.Equal(Truth.Unknown, Ask(new GivenDrug(["denosumab"]), over).Truth);
    }

    [Fact]
    public void What_begins_after_the_day_asked_about_opens_nothing() =>
        Assert.Equal(Truth.False, Ask(new ExposedTo("lenalidomide", false), Record(RecordedHistory.Medications) with { Since = ClinicalDate.OnDay(Build.Day(-1)) }).Truth);

    [Fact]
    public void A_record_that_can_only_be_one_drug_opens_nothing_of_the_others()
    {
        UnidentifiedRecord held = Record(RecordedHistory.Medications) with { MayBe = ["lenalidomide"], MayBeCurrent = false };
        Assert.Equal(["lenalidomide"], Ask(new ExposedTo("immunomodulator", true), held).Missing);
        Assert.Equal(Truth.False, Ask(new OnDrug(["lenalidomide"]), held).Truth);
        Assert.Equal(Truth.False, Ask(new ExposedTo("bortezomib", false), held).Truth);
    }

    [Fact]
    public void An_allergy_record_that_cannot_be_read_leaves_allergies_open() =>
        Assert.Equal(["allergies"], Ask(new AllergyRecorded(["aspirin"]), Record(RecordedHistory.Allergies)).Missing);

    [Fact]
    public void Events_of_an_open_history_are_unknown_and_not_without_a_date()
    {
        var infused = new GivenDrug(["tocilizumab"]) { Since = SinceEvent.CarTInfusion };
        Assert.Equal(Truth.False, Ask(infused).Truth);
        Assert.Equal(Truth.Unknown, Ask(infused, Record(RecordedHistory.Procedures)).Truth);
    }
}
