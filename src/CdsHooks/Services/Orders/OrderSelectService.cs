using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Prefetch;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge;

namespace Cds.CdsHooks.Services.Orders;

/// <summary>The service <c>myeloma-order-select</c>: judges the orders just picked; the other drafts are background.</summary>
internal sealed class OrderSelectService(CodeMap codes, PatientDataReader reader, Assessor assessor, OrderCardComposer composer)
    : OrderService(reader, assessor, composer)
{
    public override ServiceDefinition Definition { get; } = new(
        "myeloma-order-select",
        "order-select",
        OrderPhrases.SelectTitle,
        OrderPhrases.SelectDescription,
        OrderPhrases.Requirements,
        PrefetchTemplates.PatientView(codes, assessor.Knowledge));

    protected override bool HasSelections => true;
}
