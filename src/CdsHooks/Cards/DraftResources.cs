using System.Text.RegularExpressions;
using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Hl7.Fhir.Model;

namespace Cds.CdsHooks.Cards;

/// <summary>Turns an order into an action: a draft resource that FhirMapping makes, or the change or removal of one that was sent.</summary>
internal sealed partial class DraftResources(KnowledgeBase knowledge, CodeMap codes)
{
    private readonly MedicationRequestProposal _medications = new(knowledge, codes);
    private readonly MedicationRequestChange _changes = new(knowledge, codes);
    private readonly ServiceRequestProposal _services = new(knowledge, codes);

    /// <summary>
    /// The action; null when it would concern an order that has no id by which a client could find it, or when no valid resource would come of it.
    /// </summary>
    public CardAction? Create(CardContext context, Order order) => order switch
    {
        DrugOrder drug => new CardAction(CardActionType.Create, order.Text.In(context.Language))
        {
            Resource = _medications.Build(drug, context.Assessment.Subject, context.Data.CodeSystems, context.Language),
        },
        ServiceOrder service => Request(context, service),
        DoseChange change => Changed(context, change) is { } changed
            ? new CardAction(CardActionType.Update, order.Text.In(context.Language)) { Resource = changed }
            : null,
        OrderRemoval removal => Sent(context, removal.Target) is not null
            ? new CardAction(CardActionType.Delete, order.Text.In(context.Language)) { ResourceId = removal.Target }
            : null,
        _ => throw new InvalidOperationException("Add the new kind of order to DraftResources."),
    };

    /// <summary>The action that drafts an examination.</summary>
    public CardAction Request(CardContext context, ServiceOrder order) => new(CardActionType.Create, order.Text.In(context.Language))
    {
        Resource = _services.Build(order, context.Assessment.Subject, context.Data.CodeSystems, context.Language),
    };

    private MedicationRequest? Changed(CardContext context, DoseChange change) =>
        Sent(context, change.Target) is MedicationRequest draft ? _changes.Build(draft, change, context.Assessment.Subject, context.Data.CodeSystems, context.Language) : null;

    private static Resource? Sent(CardContext context, string? reference) =>
        reference is not null && TypeAndId().IsMatch(reference) ? context.Data.Drafts?.Find(reference) : null;

    [GeneratedRegex(@"^[A-Z][A-Za-z]{1,63}/[A-Za-z0-9._~\-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeAndId();
}
