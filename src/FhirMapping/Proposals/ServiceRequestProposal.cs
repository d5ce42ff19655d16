using Cds.Knowledge;
using Cds.Knowledge.Recommendations;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Proposals;

/// <summary>
/// Makes a draft ServiceRequest (FHIR R4, intent <c>proposal</c>) of an examination or other service: LOINC, or JLAC10 where the patient's own data
/// use it, or the project's own code for what neither has.
/// </summary>
/// <param name="knowledge">Names and order codes.</param>
/// <param name="codes">Laboratory codes.</param>
public sealed class ServiceRequestProposal(KnowledgeBase knowledge, CodeMap codes)
{
    /// <summary>The draft.</summary>
    /// <param name="order">The order.</param>
    /// <param name="subject">Reference of the patient, for example <c>Patient/p1</c>.</param>
    /// <param name="systems">Code systems that the patient's data use.</param>
    /// <param name="language">Language of the texts.</param>
    public ServiceRequest Build(ServiceOrder order, string subject, CodeSystemsInUse systems, Language language)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new ServiceRequest
        {
            StatusElement = new Code<RequestStatus>(RequestStatus.Draft),
            IntentElement = new Code<RequestIntent>(RequestIntent.Proposal),
            Code = ProposalParts.Concept([CodeOf(order.For, systems)], order.Text.In(language)),
            OrderDetail = [.. order.Includes.Select(id => ProposalParts.Concept([CodeOf(id, systems)], knowledge.TitleOf(id)!.In(language)))],
            Subject = new ResourceReference(subject),
            Occurrence = order.Due is var (first, last) ? new Period { Start = Day(first), End = Day(last) } : null,
            ReasonCode = ProposalParts.Reason(order, language),
        };
    }

    private static string Day(DateOnly day) => ClinicalDate.OnDay(day).Text;

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
