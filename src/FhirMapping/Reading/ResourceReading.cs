using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>A resource as read, with what is wrong in it.</summary>
/// <param name="Resource">The resource; null when nothing of it can be read.</param>
/// <param name="Faults">What is not as FHIR wants it.</param>
internal sealed record ResourceReading(Resource? Resource, IReadOnlyList<ReadingFault> Faults)
{
    /// <summary>Whether it was written as another release of FHIR has it, and brought to the form of R4.</summary>
    public bool IsOfOtherRelease { get; init; }
}
