using System.Text.Json;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Localization;
using Cds.FhirMapping;
using Cds.FhirMapping.Proposals;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;
using Cds.Knowledge.Recommendations;

namespace Cds.CdsHooks.Cards;

/// <summary>Turns an order into an action: a draft resource that FhirMapping writes, or the change or removal of one that was sent.</summary>
internal sealed partial class DraftResources(KnowledgeBase knowledge, CodeMap codes)
{
    private readonly MedicationRequestProposal _medications = new(knowledge, codes);
    private readonly ServiceRequestProposal _services = new(knowledge, codes);

    /// <summary>The action; null when it would concern an order that has no id by which a client could find it.</summary>
    public CardAction? Create(CardContext context, Order order) => order switch
    {
        DrugOrder drug => new CardAction(CardActionType.Create, order.Text.In(context.Language))
        {
            WriteResource = writer => _medications.Write(writer, drug, context.Assessment.Subject, context.CodeSystems, context.Language),
        },
        ServiceOrder service => Request(context, service),
        DoseChange change => Sent(context, change.Target) is { } draft
            ? new CardAction(CardActionType.Update, order.Text.In(context.Language))
            {
                WriteResource = writer => MedicationRequestChange.Write(writer, draft, change, context.Assessment.Subject, context.Language),
            }
            : null,
        OrderRemoval removal => Sent(context, removal.Target) is not null
            ? new CardAction(CardActionType.Delete, order.Text.In(context.Language)) { ResourceId = removal.Target }
            : null,
        _ => throw new InvalidOperationException("Add the new kind of order to DraftResources."),
    };

    /// <summary>The action that drafts an examination.</summary>
    public CardAction Request(CardContext context, ServiceOrder order) => new(CardActionType.Create, order.Text.In(context.Language))
    {
        WriteResource = writer => _services.Write(writer, order, context.Assessment.Subject, context.CodeSystems, context.Language),
    };

    private static JsonElement? Sent(CardContext context, string? reference)
    {
        if (reference is null || !TypeAndId().IsMatch(reference) || context.Drafts?.Find(reference) is not { } draft) return null;
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) new Hl7.Fhir.Serialization.FhirJsonSerializer().Serialize(draft, writer);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z]{1,63}/[A-Za-z0-9._~\-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeAndId();
}
