using Cds.CdsHooks.Envelope;
using Cds.FhirMapping.Reading;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Data;

/// <summary>The patient of a request as far as the data say.</summary>
/// <param name="Facts">Facts.</param>
/// <param name="CodeSystems">Code systems that the request's own data use.</param>
internal sealed record PatientData(PatientFacts Facts, CodeSystemsInUse CodeSystems)
{
    /// <summary>What was asked for and was not read, or not all of it.</summary>
    public IReadOnlyList<PrefetchValue> Incomplete { get; init; } = [];

    /// <summary>The orders being written, as they were sent; null outside the order hooks.</summary>
    public DraftOrderBundle? Drafts { get; init; }

    /// <summary>Keys of which nothing at all was read.</summary>
    public IEnumerable<string> NotObtained => Incomplete.Where(value => value.Resource is null).Select(value => value.Template.Key);

    /// <summary>Whether the problem list was not read to its end: then nobody knows whether guidance is due.</summary>
    public bool IsProblemListOpen => Incomplete.Any(value => value.Template.ResourceType == "Condition");
}
