using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Recommendations;

namespace Cds.CdsHooks.Cards;

/// <summary>Turns an order into the creation of a draft resource that FhirMapping writes.</summary>
internal sealed class DraftResources(KnowledgeBase knowledge, CodeMap codes)
{
    private readonly MedicationRequestProposal _medications = new(knowledge, codes);
    private readonly ServiceRequestProposal _services = new(knowledge, codes);

    /// <summary>The action.</summary>
    public CardAction Create(CardContext context, Order order) => order switch
    {
        DrugOrder drug => new CardAction(
            order.Text.In(context.Language),
            writer => _medications.Write(writer, drug, context.Assessment.Subject, context.CodeSystems, context.Language)),
        ServiceOrder service => new CardAction(
            order.Text.In(context.Language),
            writer => _services.Write(writer, service, context.Assessment.Subject, context.CodeSystems, context.Language)),
        _ => throw new InvalidOperationException("Add the new kind of order to DraftResources."),
    };
}
