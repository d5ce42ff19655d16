using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Json;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationStatements (MedicationUsage). Intended, unknown and not-taken ones do not count.</summary>
internal sealed class MedicationStatementReader(ReadingContext context, MedicationReader medications)
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
            "active" => DrugRecordStatus.Active,
            "completed" or "stopped" => DrugRecordStatus.Ended,
            "on-hold" => DrugRecordStatus.OnHold,
            // R5 records only that there is a statement; whether it is taken is the adherence.
            "recorded" => Adherence(json),
            _ => null,
        };
        if (runs is not { } known)
        {
            medications.NoteNotGiven(entry, drugs, $"status {status ?? "missing"}", $"状態が{status ?? "なし"}");
            return;
        }

        ClinicalDate? moment = context.Dates.Read(json["effectiveDateTime"]);
        ClinicalDate? start = context.Dates.Read(json["effectivePeriod"]["start"]) ?? moment;
        ClinicalDate? end = context.Dates.Read(json["effectivePeriod"]["end"]) ?? (known == DrugRecordStatus.Ended ? moment : null);
        if (start is null && end is null)
        {
            foreach (FhirElement dosage in json["dosage"].Items)
            {
                (ClinicalDate? from, ClinicalDate? to, _) = TimingReader.Bounds(dosage["timing"], context.Dates);
                start ??= from;
                end ??= to;
            }

            start ??= context.Dates.Read(json["dateAsserted"]);
        }

        foreach (RecognisedDrug drug in drugs)
        {
            context.DrugRecords.Add(medications.Record(drug, DrugRecordSource.Statement, known, entry, json["dosage"]) with { Start = start, End = end });
        }
    }

    private static DrugRecordStatus? Adherence(FhirElement json) =>
        CodeableConcept.Read(json["adherence"]["code"]).Codings.Select(c => c.Code).FirstOrDefault() switch
        {
            null or "taking" or "taking-as-directed" or "taking-not-as-directed" => DrugRecordStatus.Active,
            "on-hold" or "on-hold-as-directed" or "on-hold-not-as-directed" => DrugRecordStatus.OnHold,
            "stopped" or "stopped-as-directed" or "stopped-not-as-directed" => DrugRecordStatus.Ended,
            _ => null,
        };
}
