using Cds.CdsHooks.Prefetch;
using Cds.FhirMapping;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards;

/// <summary>Everything that the cards of one answer depend on.</summary>
/// <param name="Assessment">What the knowledge base says.</param>
/// <param name="Patient">The facts it was said of, for what already runs.</param>
/// <param name="CodeSystems">Code systems that the request's own data use.</param>
/// <param name="AsOf">The moment asked about.</param>
/// <param name="Language">Language of the texts.</param>
/// <param name="BaseUrl">Address of this service, without a trailing slash.</param>
internal sealed record CardContext(
    Assessment Assessment,
    PatientFacts Patient,
    CodeSystemsInUse CodeSystems,
    AsOf AsOf,
    Language Language,
    string BaseUrl)
{
    /// <summary>Prefetch keys that were not read completely.</summary>
    public IReadOnlyList<PrefetchValue> Incomplete { get; init; } = [];

    /// <summary>The orders being written, as they were sent; null outside the order hooks.</summary>
    public DraftOrderBundle? Drafts { get; init; }
}
