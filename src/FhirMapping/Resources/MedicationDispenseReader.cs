using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationDispenses: from the day of handing over for as many days as were supplied.</summary>
internal sealed class MedicationDispenseReader(ReadingContext context, MedicationReader medications)
{
    public void Read(ResourceEntry entry)
    {
        FhirElement json = entry.Json;
        if (!context.IsAboutPatient(entry, "subject")) return;
        IReadOnlyList<RecognisedDrug> drugs = medications.DrugsOf(entry);
        if (drugs.Count == 0) return;
        string? status = json["status"].Text;
        if (status is not ("completed" or "stopped" or "in-progress") || (status == "in-progress" && !json["whenHandedOver"].Exists))
        {
            medications.NoteNotGiven(entry, drugs, $"status {status ?? "missing"}", $"状態が{status ?? "なし"}");
            return;
        }

        ClinicalDate? start = context.Dates.Read(json["whenHandedOver"]) ?? context.Dates.Read(json["whenPrepared"]);
        // Senders leave the unit of daysSupply out; it can only be days.
        decimal? days = TimingReader.Days(json["daysSupply"]) ?? (json["daysSupply"]["code"].Exists || json["daysSupply"]["unit"].Exists ? null : json["daysSupply"]["value"].Number);
        ClinicalDate? end = days is { } supply ? LastDay.Of(start, supply) : null;
        foreach (RecognisedDrug drug in drugs)
        {
            context.DrugRecords.Add(medications.Record(drug, DrugRecordSource.Dispense, DrugRecordStatus.Ended, entry, json["dosageInstruction"]) with { Start = start, End = end });
        }
    }
}
