using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Envelope;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Services;

/// <summary>The service <c>myeloma-patient-view</c>: what the documents say of the patient whose chart is opened.</summary>
internal sealed class PatientViewService(CodeMap codes, Assessor assessor, CardComposer composer) : ICdsService
{
    /// <summary>Id of the service.</summary>
    public const string Id = "myeloma-patient-view";

    /// <inheritdoc />
    public ServiceDefinition Definition { get; } = new(
        Id,
        "patient-view",
        ServicePhrases.PatientViewTitle,
        ServicePhrases.PatientViewDescription,
        ServicePhrases.PatientViewRequirements,
        PrefetchTemplates.PatientView(codes, assessor.Knowledge),
        HookContext.CheckPatientAndUser);

    /// <inheritdoc />
    public DraftOrderBundle? Drafts(HookRequest request) => null;

    /// <inheritdoc />
    public Assessment Assess(PatientFacts facts, AsOf asOf, CancellationToken cancellation) => assessor.AssessTruthFirst(facts, asOf, cancellation);

    /// <inheritdoc />
    public IReadOnlyList<CardDraft> Compose(CardContext context) => composer.Compose(context);
}
