using Cds.CdsHooks.Cards;
using Cds.FhirMapping.Terminology;

namespace Cds.CdsHooks.Services;

/// <summary>The service <c>myeloma-order-select</c>: judges the orders just picked; the other drafts are background.</summary>
internal sealed class OrderSelectService(CodeMap codes, Assessor assessor, OrderCardComposer composer)
    : OrderService(Id, "order-select", OrderPhrases.SelectTitle, OrderPhrases.SelectDescription, hasSelections: true, codes, assessor, composer)
{
    /// <summary>Id of the service.</summary>
    public const string Id = "myeloma-order-select";
}
