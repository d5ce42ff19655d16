using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationAdministrations: one dose, or an infusion over a period.</summary>
internal sealed class MedicationAdministrationReader(ReadingContext context, MedicationReader medications)
{
    public void Read(ResourceEntry entry, MedicationAdministration administration)
    {
        if (!context.IsAboutPatient(entry, administration.Subject)) return;
        IReadOnlyList<RecognisedDrug> drugs = medications.DrugsOf(entry);
        if (drugs.Count == 0) return;
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
            medications.NoteNotGiven(entry, drugs, $"status {status ?? "missing"}", $"状態が{status ?? "なし"}");
            return;
        }

        ClinicalDate? moment = context.Dates.Read(administration.Effective);
        var period = administration.Effective as Period;
        ClinicalDate? start = moment ?? context.Dates.Read(period?.StartElement);
        ClinicalDate? end = moment ?? context.Dates.Read(period?.EndElement) ?? (known == DrugRecordStatus.Ended ? start : null);
        foreach (RecognisedDrug drug in drugs)
        {
            context.DrugRecords.Add(medications.Record(drug, DrugRecordSource.Administration, known, entry, DosageReading.Read(administration.Dosage)) with { Start = start ?? end, End = end });
        }
    }
}
