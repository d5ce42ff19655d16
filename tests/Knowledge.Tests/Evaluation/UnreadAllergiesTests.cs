using Cds.Knowledge.Patients;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>An allergy that nobody could look up is neither excluded nor assumed: the card asks for it.</summary>
public sealed class UnreadAllergiesTests
{
    private static Option Acyclovir(RecordedHistory known)
    {
        PatientFacts patient = Build.Myeloma() with
        {
            KnownHistory = known,
            DrugRecords = [new DrugRecord("bortezomib", DrugRecordSource.Statement, DrugRecordStatus.Active, "MedicationStatement/b") { Start = ClinicalDate.OnDay(Build.Day(10)) }],
        };
        return Build.Assess(patient).Recommendations.Single(r => r.Id == "prophylaxis.herpes-zoster").Options.Single(o => o.Id == "acyclovir");
    }

    [Fact]
    public void Allergies_that_were_not_read_are_to_be_confirmed()
    {
        Option option = Acyclovir(RecordedHistory.All & ~RecordedHistory.Allergies);
        Assert.Contains(option.ToConfirm, text => text.En.EndsWith("(not on record)", StringComparison.Ordinal) && text.En.Contains("allerg", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(option.ToConfirm, text => text.Ja.EndsWith("（記録なし）", StringComparison.Ordinal) && text.Ja.Contains("アレルギー", StringComparison.Ordinal));
        Assert.NotEqual(Standing.Avoid, option.Standing);
    }

    [Fact]
    public void Allergies_that_were_read_are_not_asked_for() =>
        Assert.DoesNotContain(Acyclovir(RecordedHistory.All).ToConfirm, text => text.En.Contains("allerg", StringComparison.OrdinalIgnoreCase));
}
