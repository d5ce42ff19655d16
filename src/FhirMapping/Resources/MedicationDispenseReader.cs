using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationDispenses: from the day of handing over for as many days as were supplied.</summary>
internal sealed class MedicationDispenseReader(ReadingContext context, MedicationReader medications)
{
    private static readonly string?[] Given = ["completed", "stopped", "in-progress"];
    private static readonly string?[] NotGiven = ["preparation", "cancelled", "on-hold", "declined", "entered-in-error", "unknown"];

    public void Read(ResourceEntry entry, MedicationDispense dispense)
    {
        if (!context.IsAboutPatient(entry, dispense.Subject)) return;
        DrugRecognition drugs = medications.Identify(entry);
        if (drugs.Identity == RecordIdentity.SomethingElse) return;
        string? status = StatusWords.Of(dispense.StatusElement);
        if (NotGiven.Contains(status) || (status == "in-progress" && dispense.WhenHandedOverElement is null))
        {
            medications.NoteNotGiven(entry, drugs, $"status {status}", $"状態が{status}");
            return;
        }

        if (!Given.Contains(status))
        {
            medications.AddUnclear(entry, drugs, status);
            return;
        }

        ClinicalDate? start = context.Dates.Read(dispense.WhenHandedOverElement) ?? context.Dates.Read(dispense.WhenPreparedElement);
        // Senders leave the unit of daysSupply out; it can only be days.
        Quantity? sent = dispense.DaysSupply;
        decimal? days = TimingReader.Days(sent) ?? (sent?.CodeElement is null && sent?.UnitElement is null ? sent?.ValueElement.Number() : null);
        ClinicalDate? end = days is { } supply ? LastDay.Of(start, supply) : null;
        medications.Add(entry, drugs, new DrugRecord("", DrugRecordSource.Dispense, DrugRecordStatus.Ended, entry.Reference) { Start = start, End = end }, DosageReading.Read(dispense.DosageInstruction));
    }
}
