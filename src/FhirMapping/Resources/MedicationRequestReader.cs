using Cds.FhirMapping.Values;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Resources;

/// <summary>Reads MedicationRequests that are orders. Proposals, plans and drafts are not exposure.</summary>
internal sealed class MedicationRequestReader(ReadingContext context, MedicationReader medications)
{
    private static readonly string?[] Orders = ["order", "instance-order", "original-order", "filler-order"];
    private static readonly string?[] OtherIntents = ["proposal", "plan", "reflex-order", "option"];

    private static readonly string?[] NotGiven = ["draft", "cancelled", "entered-in-error", "unknown"];

    public void Read(ResourceEntry entry, MedicationRequest request)
    {
        if (!context.IsAboutPatient(entry, request.Subject)) return;
        DrugRecognition drugs = medications.Identify(entry);
        if (drugs.Identity == RecordIdentity.SomethingElse) return;
        string? intent = StatusWords.Of(request.IntentElement);
        string? status = StatusWords.Of(request.StatusElement);
        if (request.DoNotPerformElement.Truth() == true)
        {
            medications.NoteNotGiven(entry, drugs, "an order not to give it", "投与しない指示");
            return;
        }

        if (OtherIntents.Contains(intent))
        {
            medications.NoteNotGiven(entry, drugs, $"intent {intent} is no order", $"意図（intent）が{intent}で指示ではない");
            return;
        }

        DrugRecordStatus? runs = status switch
        {
            "active" => DrugRecordStatus.Active,
            "completed" or "stopped" or "ended" => DrugRecordStatus.Ended,
            "on-hold" => DrugRecordStatus.OnHold,
            _ => null,
        };
        if (runs is not { } known || !Orders.Contains(intent))
        {
            if (NotGiven.Contains(status)) medications.NoteNotGiven(entry, drugs, $"status {status}", $"状態が{status}");
            else medications.AddUnclear(entry, drugs, runs is null ? status : intent);
            return;
        }

        (ClinicalDate? start, ClinicalDate? end) = PeriodOf(request);
        medications.Add(entry, drugs, new DrugRecord("", DrugRecordSource.Request, known, entry.Reference) { Start = start, End = end }, DosageReading.Read(request.DosageInstruction));
    }

    /// <summary>From the timing of the dosage, else from the day it was written for as long as the supply lasts.</summary>
    private (ClinicalDate? Start, ClinicalDate? End) PeriodOf(MedicationRequest request)
    {
        ClinicalDate? start = null;
        ClinicalDate? end = null;
        decimal? days = null;
        bool open = false;
        foreach (Dosage dosage in request.DosageInstruction)
        {
            (ClinicalDate? from, ClinicalDate? to, decimal? bound) = TimingReader.Bounds(dosage.Timing, context.Dates);
            if (from is { } first && (start is null || first.Earliest < start.Value.Earliest)) start = first;
            if (to is { } last && (end is null || last.Latest > end.Value.Latest)) end = last;
            if (bound is { } length && (days is null || length > days)) days = length;
            open |= from is not null && to is null && bound is null;
        }

        if (open) end = null;
        ClinicalDate? authored = context.Dates.Read(request.AuthoredOnElement);
        start ??= authored;
        if (end is null && !open)
        {
            days ??= TimingReader.Days(request.DispenseRequest?.ExpectedSupplyDuration);
            end = days is { } length ? LastDay.Of(start, length) : null;
        }

        return (start, end);
    }
}
