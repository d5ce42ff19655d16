using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Envelope;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Services;

/// <summary>What the two order hooks share: the drafts are judged against the patient; they differ in which drafts they judge.</summary>
/// <param name="id">Id of the service.</param>
/// <param name="hook">Name of the hook.</param>
/// <param name="title">Name for people.</param>
/// <param name="description">What it does.</param>
/// <param name="hasSelections">Whether the hook says which orders were just picked; otherwise all of them are judged.</param>
/// <param name="codes">What codes stand for.</param>
/// <param name="assessor">Judges the orders.</param>
/// <param name="composer">Makes the cards.</param>
internal abstract class OrderService(
    string id, string hook, LocalizedText title, LocalizedText description, bool hasSelections, CodeMap codes, Assessor assessor, OrderCardComposer composer) : ICdsService
{
    /// <inheritdoc />
    public ServiceDefinition Definition { get; } = new(
        id,
        hook,
        title,
        description,
        OrderPhrases.Requirements,
        PrefetchTemplates.PatientView(codes, assessor.Knowledge),
        context => OrderContext.Check(context, hasSelections));

    /// <inheritdoc />
    public DraftOrderBundle? Drafts(HookRequest request) => OrderContext.Read(request, hasSelections);

    /// <inheritdoc />
    public Assessment Assess(PatientFacts facts, AsOf asOf, CancellationToken cancellation) => assessor.JudgeOrdersUnlessCancelled(facts, asOf, cancellation);

    /// <inheritdoc />
    public IReadOnlyList<CardDraft> Compose(CardContext context) => composer.Compose(context);
}
