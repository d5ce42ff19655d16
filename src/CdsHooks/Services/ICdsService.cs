using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Envelope;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Services;

/// <summary>What one CDS service has of its own in the steps of <see cref="Pipeline"/>.</summary>
internal interface ICdsService
{
    /// <summary>The discovery entry, and what the context has to hold.</summary>
    ServiceDefinition Definition { get; }

    /// <summary>The orders being written, of a request whose context was checked; null for a hook without orders.</summary>
    DraftOrderBundle? Drafts(HookRequest request);

    /// <summary>What the knowledge base says of the patient, or of the orders.</summary>
    Assessment Assess(PatientFacts facts, AsOf asOf, CancellationToken cancellation);

    /// <summary>The cards of the answer, the most urgent first; empty when there is nothing to say.</summary>
    IReadOnlyList<CardDraft> Compose(CardContext context);
}
