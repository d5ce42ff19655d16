using Cds.FhirMapping.DataTypes;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationDispenses: from the day of handing over for as many days as were supplied.</summary>
internal sealed class MedicationDispenseReader(ReadingContext context, MedicationReader medications)
{
    public void Read(ResourceEntry entry, MedicationDispense dispense)
    {
        if (!context.IsAboutPatient(entry, dispense.Subject)) return;
        IReadOnlyList<RecognisedDrug> drugs = medications.DrugsOf(entry);
        if (drugs.Count == 0) return;
        string? status = StatusWords.Of(dispense.StatusElement);
        if (status is not ("completed" or "stopped" or "in-progress") || (status == "in-progress" && dispense.WhenHandedOverElement is null))
        {
            medications.NoteNotGiven(entry, drugs, $"status {status ?? "missing"}", $"状態が{status ?? "なし"}");
            return;
        }

        ClinicalDate? start = context.Dates.Read(dispense.WhenHandedOverElement) ?? context.Dates.Read(dispense.WhenPreparedElement);
        // Senders leave the unit of daysSupply out; it can only be days.
        Quantity? sent = dispense.DaysSupply;
        decimal? days = TimingReader.Days(sent) ?? (sent?.CodeElement is null && sent?.UnitElement is null ? sent?.ValueElement.Number() : null);
        ClinicalDate? end = days is { } supply ? LastDay.Of(start, supply) : null;
        foreach (RecognisedDrug drug in drugs)
        {
            context.DrugRecords.Add(medications.Record(drug, DrugRecordSource.Dispense, DrugRecordStatus.Ended, entry, DosageReading.Read(dispense.DosageInstruction)) with { Start = start, End = end });
        }
    }
}
