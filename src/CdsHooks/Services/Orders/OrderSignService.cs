using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Prefetch;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;

namespace Cds.CdsHooks.Services.Orders;

/// <summary>The service <c>myeloma-order-sign</c>: judges every order about to be signed, changed ones that are signed again included.</summary>
internal sealed class OrderSignService(CodeMap codes, PatientDataReader reader, Assessor assessor, OrderCardComposer composer)
    : OrderService(reader, assessor, composer)
{
    public override ServiceDefinition Definition { get; } = new(
        "myeloma-order-sign",
        "order-sign",
        OrderPhrases.SignTitle,
        OrderPhrases.SignDescription,
        OrderPhrases.Requirements,
        PrefetchTemplates.PatientView(codes, assessor.Knowledge));

    protected override bool HasSelections => false;
}
