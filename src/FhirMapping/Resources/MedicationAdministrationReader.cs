using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationAdministrations: one dose, or an infusion over a period.</summary>
internal sealed class MedicationAdministrationReader(ReadingContext context, MedicationReader medications)
{
    public void Read(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (!context.IsAboutPatient(entry, "subject")) return;
        IReadOnlyList<RecognisedDrug> drugs = medications.DrugsOf(entry);
        if (drugs.Count == 0) return;
        string? status = json["status"].Text;
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

        ClinicalDate? moment = context.Dates.Read(json["effectiveDateTime"]) ?? context.Dates.Read(json["occurenceDateTime"]) ?? context.Dates.Read(json["occurrenceDateTime"]);
        FhirElement period = json["effectivePeriod"].Exists ? json["effectivePeriod"] : json["occurencePeriod"].Exists ? json["occurencePeriod"] : json["occurrencePeriod"];
        ClinicalDate? start = moment ?? context.Dates.Read(period["start"]);
        ClinicalDate? end = moment ?? context.Dates.Read(period["end"]) ?? (known == DrugRecordStatus.Ended ? start : null);
        foreach (RecognisedDrug drug in drugs)
        {
            context.DrugRecords.Add(medications.Record(drug, DrugRecordSource.Administration, known, entry, json["dosage"]) with { Start = start ?? end, End = end });
        }
    }
}
