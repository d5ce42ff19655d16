using System.Globalization;
using System.Text.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Writes a drug order as a complete draft MedicationRequest (FHIR R4, intent <c>proposal</c>), coded in the drug systems that the patient's own
/// data use. What the order leaves to the prescriber is left out, never filled in.
/// </summary>
/// <param name="knowledge">Names of drugs.</param>
/// <param name="codes">Codes of drugs.</param>
public sealed class MedicationRequestProposal(KnowledgeBase knowledge, CodeMap codes)
{
    private const string DaysOfCycle = "http://hl7.org/fhir/StructureDefinition/timing-daysOfCycle";

    /// <summary>Writes the resource.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="order">The order.</param>
    /// <param name="subject">Reference of the patient, for example <c>Patient/p1</c>.</param>
    /// <param name="systems">Code systems that the patient's data use.</param>
    /// <param name="language">Language of the texts.</param>
    public void Write(Utf8JsonWriter writer, DrugOrder order, string subject, CodeSystemsInUse systems, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "MedicationRequest");
        writer.WriteString("status", "draft");
        writer.WriteString("intent", "proposal");
        writer.WriteStartObject("medicationCodeableConcept");
        ProposalParts.WriteCodings(writer, DrugCodes(order.DrugId, systems));
        string name = knowledge.Drugs.TryGetValue(order.DrugId, out var drug) ? drug.Title.In(language) : order.DrugId;
        writer.WriteString("text", name);
        writer.WriteEndObject();
        ProposalParts.WriteSubject(writer, subject);
        ProposalParts.WriteReason(writer, order, language);
        writer.WriteStartArray("dosageInstruction");
        writer.WriteStartObject();
        writer.WriteString("text", order.Text.In(language));
        WriteTiming(writer, order, language);
        WriteRoute(writer, order.Route, language);
        WriteDose(writer, order);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Codes in the systems in use; in others of the same thing when there are none, so that a client can still map the drug.</summary>
    private IReadOnlyList<WritableCode> DrugCodes(string drugId, CodeSystemsInUse systems)
    {
        IReadOnlyList<WritableCode> all = codes.CodesFor(TargetKind.Drug, drugId);
        bool japanese = systems.HasFlag(CodeSystemsInUse.Yj) || systems.HasFlag(CodeSystemsInUse.JapaneseDrug)
            || (systems.HasFlag(CodeSystemsInUse.Jlac) && !systems.HasFlag(CodeSystemsInUse.RxNorm));
        bool rxNorm = systems.HasFlag(CodeSystemsInUse.RxNorm);
        bool atc = japanese || systems.HasFlag(CodeSystemsInUse.Atc);
        List<WritableCode> chosen = [];
        if (rxNorm) chosen.AddRange(all.Where(c => c.System == CodeSystemId.RxNorm).Take(1));
        if (japanese) chosen.AddRange(all.Where(c => c.System == CodeSystemId.Yj).Take(1));
        if (atc) chosen.AddRange(all.Where(c => c.System == CodeSystemId.Atc).Take(1));
        if (chosen.Count > 0) return chosen;
        return [.. all.Where(c => c.System == CodeSystemId.RxNorm).Take(1), .. all.Where(c => c.System == CodeSystemId.Atc).Take(1)];
    }

    private static void WriteTiming(Utf8JsonWriter writer, DrugOrder order, Language language)
    {
        if (order.IsOnce)
        {
            writer.WriteStartObject("timing");
            writer.WriteStartObject("repeat");
            writer.WriteNumber("count", 1);
            writer.WriteEndObject();
            writer.WriteEndObject();
            return;
        }

        if (order.Frequency is { } frequency)
        {
            writer.WriteStartObject("timing");
            writer.WriteStartObject("repeat");
            writer.WriteNumber("frequency", frequency.Times);
            writer.WriteNumber("period", frequency.Period);
            writer.WriteString("periodUnit", frequency.PeriodUnit);
            writer.WriteEndObject();
            writer.WriteEndObject();
            return;
        }

        if (order.Days.Count == 0) return;
        writer.WriteStartObject("timing");
        writer.WriteStartArray("extension");
        writer.WriteStartObject();
        writer.WriteString("url", DaysOfCycle);
        writer.WriteStartArray("extension");
        foreach (int day in order.Days)
        {
            writer.WriteStartObject();
            writer.WriteString("url", "day");
            writer.WriteNumber("valueInteger", day);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (order.CycleDays is { } cycle)
        {
            writer.WriteStartObject("repeat");
            if (order.Cycles is { } cycles)
            {
                writer.WriteStartObject("boundsDuration");
                ProposalParts.WriteQuantityMembers(writer, cycle * cycles, "d");
                writer.WriteEndObject();
            }

            writer.WriteNumber("frequency", order.Days.Count);
            writer.WriteNumber("period", cycle);
            writer.WriteString("periodUnit", "d");
            writer.WriteEndObject();
        }

        writer.WriteStartObject("code");
        writer.WriteString("text", DaysText(order, language));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string DaysText(DrugOrder order, Language language)
    {
        LocalizedText text = order.CycleDays is null
            ? new LocalizedText("days {days}", "第{days}日")
            : order.Cycles is null
                ? new LocalizedText("days {days} of a {cycle}-day cycle", "1サイクル{cycle}日、第{days}日")
                : new LocalizedText("days {days} of a {cycle}-day cycle, {cycles} cycles", "1サイクル{cycle}日、第{days}日、{cycles}サイクル");
        return text.With("days", DayList.Of(order.Days))
            .With("cycle", order.CycleDays?.ToString(CultureInfo.InvariantCulture) ?? "")
            .With("cycles", order.Cycles?.ToString(CultureInfo.InvariantCulture) ?? "")
            .In(language);
    }

    private static void WriteRoute(Utf8JsonWriter writer, Route route, Language language)
    {
        // Codes of the FHIR R4 value set route-codes.
        (string code, LocalizedText text) = route switch
        {
            Route.Oral => ("26643006", new LocalizedText("oral", "経口")),
            Route.Intravenous => ("47625008", new LocalizedText("intravenous", "静脈内")),
            Route.Subcutaneous => ("34206005", new LocalizedText("subcutaneous", "皮下")),
            _ => throw new ArgumentOutOfRangeException(nameof(route), route, "Add the new route to MedicationRequestProposal."),
        };
        writer.WriteStartObject("route");
        ProposalParts.WriteCodings(writer, [new WritableCode(CodeSystemId.Snomed, CodeSystemUris.Snomed, code, null)]);
        writer.WriteString("text", text.In(language));
        writer.WriteEndObject();
    }

    private static void WriteDose(Utf8JsonWriter writer, DrugOrder order)
    {
        if (order.DoseAmount is not { } amount || order.DoseUnit is not { } unit) return;
        writer.WriteStartArray("doseAndRate");
        writer.WriteStartObject();
        if (order.DoseAmountHigh is { } high && high != amount)
        {
            writer.WriteStartObject("doseRange");
            writer.WriteStartObject("low");
            ProposalParts.WriteQuantityMembers(writer, amount, unit);
            writer.WriteEndObject();
            writer.WriteStartObject("high");
            ProposalParts.WriteQuantityMembers(writer, high, unit);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartObject("doseQuantity");
            ProposalParts.WriteQuantityMembers(writer, amount, unit);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
