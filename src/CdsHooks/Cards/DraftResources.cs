using Cds.CdsHooks.Localization;
using Cds.FhirMapping;
using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Recommendations;

namespace Cds.CdsHooks.Cards;

/// <summary>Turns an order into the creation of a draft resource that FhirMapping writes.</summary>
internal sealed class DraftResources(KnowledgeBase knowledge, CodeMap codes)
{
    /// <summary>The action; null when the order has no code that a client could understand.</summary>
    public CardAction? Create(CardContext context, Order order) => order switch
    {
        DrugOrder drug => new CardAction(
            order.Text.In(context.Language),
            writer => new MedicationRequestProposal(knowledge, codes).Write(writer, drug, context.Assessment.Subject, context.CodeSystems, context.Language)),
        ServiceOrder service => new CardAction(
            order.Text.In(context.Language),
            writer => new ServiceRequestProposal(knowledge, codes).Write(writer, service, context.Assessment.Subject, context.CodeSystems, context.Language)),
        _ => throw new InvalidOperationException("Add the new kind of order to DraftResources."),
    };
}
