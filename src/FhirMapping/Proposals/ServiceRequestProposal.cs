using System.Text.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Writes an examination or other service as a draft ServiceRequest (FHIR R4, intent <c>proposal</c>): LOINC, or JLAC10 where the patient's own
/// data use it, or the project's own code for what neither has.
/// </summary>
/// <param name="knowledge">Names and order codes.</param>
/// <param name="codes">Laboratory codes.</param>
public sealed class ServiceRequestProposal(KnowledgeBase knowledge, CodeMap codes)
{
    /// <summary>Writes the resource.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="order">The order.</param>
    /// <param name="subject">Reference of the patient, for example <c>Patient/p1</c>.</param>
    /// <param name="systems">Code systems that the patient's data use.</param>
    /// <param name="language">Language of the texts.</param>
    public void Write(Utf8JsonWriter writer, ServiceOrder order, string subject, CodeSystemsInUse systems, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "ServiceRequest");
        writer.WriteString("status", "draft");
        writer.WriteString("intent", "proposal");
        writer.WriteStartObject("code");
        ProposalParts.WriteCodings(writer, [CodeOf(order.For, systems)]);
        writer.WriteString("text", order.Text.In(language));
        writer.WriteEndObject();
        ProposalParts.WriteSubject(writer, subject);
        WriteDue(writer, order);
        ProposalParts.WriteReason(writer, order, language);
        writer.WriteEndObject();
    }

    private static void WriteDue(Utf8JsonWriter writer, ServiceOrder order)
    {
        if (order.Due is not var (first, last)) return;
        writer.WriteStartObject("occurrencePeriod");
        writer.WriteString("start", ClinicalDate.OnDay(first).Text);
        writer.WriteString("end", ClinicalDate.OnDay(last).Text);
        writer.WriteEndObject();
    }

    private WritableCode CodeOf(string id, CodeSystemsInUse systems)
    {
        bool isFact = knowledge.Facts.TryGetValue(id, out FactDefinition? fact);
        if (isFact && systems.HasFlag(CodeSystemsInUse.Jlac) && codes.LaboratoryOrderCode(id) is { } jlac)
            return new WritableCode(CodeSystemId.Jlac10, CodeSystemUris.Jlac10, jlac, null);
        OrderCode? order = isFact ? fact!.Order : knowledge.Actions.TryGetValue(id, out var action) ? action.Order : null;
        if (order is not null) return new WritableCode(CodeSystemUris.Identify(order.System), order.System, order.Code, null);
        if (isFact) return new WritableCode(CodeSystemId.Project, CodeSystemUris.ProjectFact, id, null);
        return new WritableCode(CodeSystemId.Project, CodeSystemUris.Project + "action", id, null);
    }
}
