using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>
/// Reads what a damaged record of the history still says: that there is one. Its part of the history is open again, unless it surely is another
/// patient's. What is wrong with it was noted when it was found.
/// </summary>
internal sealed class DamagedRecordReader(ReadingContext context)
{
    public void Read(ResourceEntry entry)
    {
        if (PartOf(entry.Type) is not { } part) return;
        if (entry.Damaged is { } damaged && !context.Subjects.IsPatient(SubjectOf(damaged), damaged)) return;
        context.Unidentified.Add(new UnidentifiedRecord(part, entry.Reference));
    }

    private static RecordedHistory? PartOf(string type) => type switch
    {
        "MedicationRequest" or "MedicationStatement" or "MedicationUsage" or "MedicationAdministration" or "MedicationDispense" => RecordedHistory.Medications,
        "Procedure" => RecordedHistory.Procedures,
        "Condition" => RecordedHistory.Conditions,
        "AllergyIntolerance" => RecordedHistory.Allergies,
        _ => null,
    };

    private static ResourceReference? SubjectOf(Resource resource) => resource switch
    {
        MedicationRequest request => request.Subject,
        MedicationStatement statement => statement.Subject,
        MedicationAdministration administration => administration.Subject,
        MedicationDispense dispense => dispense.Subject,
        Procedure procedure => procedure.Subject,
        Hl7.Fhir.Model.Condition condition => condition.Subject,
        AllergyIntolerance allergy => allergy.Patient,
        _ => null,
    };
}
