using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationStatements (MedicationUsage). Intended, unknown and not-taken ones do not count.</summary>
internal sealed class MedicationStatementReader(ReadingContext context, MedicationReader medications)
{
    private static readonly string?[] NotGiven = ["not-taken", "unknown", "intended", "entered-in-error", "draft"];

    public void Read(ResourceEntry entry, MedicationStatement statement)
    {
        if (!context.IsAboutPatient(entry, statement.Subject)) return;
        DrugRecognition drugs = medications.Identify(entry);
        if (drugs.Identity == RecordIdentity.SomethingElse) return;
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
            if (NotGiven.Contains(status)) medications.NoteNotGiven(entry, drugs, $"status {status}", $"状態が{status}");
            else medications.AddUnclear(entry, drugs, status);
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

        medications.Add(entry, drugs, new DrugRecord("", DrugRecordSource.Statement, known, entry.Reference) { Start = start, End = end }, DosageReading.Read(statement.Dosage));
    }
}
