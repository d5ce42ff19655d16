using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationStatements (MedicationUsage). Intended, unknown and not-taken ones do not count.</summary>
internal sealed class MedicationStatementReader(ReadingContext context, MedicationReader medications)
{
    public void Read(ResourceEntry entry, MedicationStatement statement)
    {
        if (!context.IsAboutPatient(entry, statement.Subject)) return;
        IReadOnlyList<RecognisedDrug> drugs = medications.DrugsOf(entry);
        if (drugs.Count == 0) return;
        string? status = StatusWords.Of(statement.StatusElement);
        DrugRecordStatus? runs = status switch
        {
            "active" => DrugRecordStatus.Active,
            "completed" or "stopped" => DrugRecordStatus.Ended,
            "on-hold" => DrugRecordStatus.OnHold,
            _ => null,
        };
        if (runs is not { } known)
        {
            medications.NoteNotGiven(entry, drugs, $"status {status ?? "missing"}", $"状態が{status ?? "なし"}");
            return;
        }

        ClinicalDate? moment = context.Dates.Read(statement.Effective);
        var period = statement.Effective as Period;
        ClinicalDate? start = context.Dates.Read(period?.StartElement) ?? moment;
        ClinicalDate? end = context.Dates.Read(period?.EndElement) ?? (known == DrugRecordStatus.Ended ? moment : null);
        if (start is null && end is null)
        {
            foreach (Dosage dosage in statement.Dosage)
            {
                (ClinicalDate? from, ClinicalDate? to, _) = TimingReader.Bounds(dosage.Timing, context.Dates);
                start ??= from;
                end ??= to;
            }

            start ??= context.Dates.Read(statement.DateAssertedElement);
        }

        foreach (RecognisedDrug drug in drugs)
        {
            context.DrugRecords.Add(medications.Record(drug, DrugRecordSource.Statement, known, entry, DosageReading.Read(statement.Dosage)) with { Start = start, End = end });
        }
    }
}
