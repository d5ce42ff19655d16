using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.DerivedFacts;

public sealed class NewLesionTests
{
    private static PatientFacts Treated(params ObservedFact[] observations) => Build.Myeloma(observations) with
    {
        DrugRecords = [new DrugRecord("lenalidomide", DrugRecordSource.Statement, DrugRecordStatus.Active, "MedicationStatement/l") { Start = ClinicalDate.OnDay(Build.Day(100)) }],
    };

    [Fact]
    public void Nothing_recorded_since_the_line_began_is_no_new_lesion() =>
        Assert.Equal(new PresenceValue(false), Read(Treated()).Value);

    [Fact]
    public void More_bone_lesions_than_before_are_new() => Assert.Equal(new PresenceValue(true), Read(Treated(
        Build.Quantity("bone-lesions", 2m, 120), Build.Quantity("bone-lesions", 3m, 10))).Value);

    [Fact]
    public void Lesions_known_before_the_line_are_not_new() => Assert.Equal(new PresenceValue(false), Read(Treated(
        Build.Quantity("bone-lesions", 3m, 120), Build.Quantity("bone-lesions", 3m, 10))).Value);

    [Fact]
    public void Without_the_conditions_nobody_can_say()
    {
        FactReading reading = Read(Treated() with { KnownHistory = RecordedHistory.Medications });
        Assert.Null(reading.Value);
        Assert.Equal([HistoryParts.Conditions], reading.Missing);
    }

    private static FactReading Read(PatientFacts patient) => Build.Context(patient).Read("new-lesion", FactTime.Current);
}
