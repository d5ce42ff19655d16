using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationAdministrations: one dose, or an infusion over a period.</summary>
internal sealed class MedicationAdministrationReader(ReadingContext context, MedicationReader medications)
{
    private static readonly string?[] NotGiven = ["not-done", "entered-in-error", "unknown"];

    public void Read(ResourceEntry entry, MedicationAdministration administration)
    {
        if (!context.IsAboutPatient(entry, administration.Subject)) return;
        DrugRecognition drugs = medications.Identify(entry);
        if (drugs.Identity == RecordIdentity.SomethingElse) return;
        string? status = StatusWords.Of(administration.StatusElement);
        DrugRecordStatus? runs = status switch
        {
            "completed" or "stopped" => DrugRecordStatus.Ended,
            "in-progress" => DrugRecordStatus.Active,
            "on-hold" => DrugRecordStatus.OnHold,
            _ => null,
        };
        if (runs is not { } known)
        {
            if (NotGiven.Contains(status)) medications.NoteNotGiven(entry, drugs, $"status {status}", $"状態が{status}");
            else medications.AddUnclear(entry, drugs, status);
            return;
        }

        ClinicalDate? moment = context.Dates.Read(administration.Effective);
        var period = administration.Effective as Period;
        ClinicalDate? start = moment ?? context.Dates.Read(period?.StartElement);
        ClinicalDate? end = moment ?? context.Dates.Read(period?.EndElement) ?? (known == DrugRecordStatus.Ended ? start : null);
        medications.Add(entry, drugs, new DrugRecord("", DrugRecordSource.Administration, known, entry.Reference) { Start = start ?? end, End = end }, DosageReading.Read(administration.Dosage));
    }
}
