using Cds.CdsHooks.Cards;
using Cds.FhirMapping.Terminology;

namespace Cds.CdsHooks.Services;

/// <summary>The service <c>myeloma-order-sign</c>: judges every order about to be signed, changed ones that are signed again included.</summary>
internal sealed class OrderSignService(CodeMap codes, Assessor assessor, OrderCardComposer composer)
    : OrderService(Id, "order-sign", OrderPhrases.SignTitle, OrderPhrases.SignDescription, hasSelections: false, codes, assessor, composer)
{
    /// <summary>Id of the service.</summary>
    public const string Id = "myeloma-order-sign";
}
