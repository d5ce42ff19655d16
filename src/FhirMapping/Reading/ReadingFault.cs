namespace Cds.FhirMapping.Reading;

/// <summary>Something in a resource that is not as FHIR wants it.</summary>
/// <param name="Kind">What it does to the resource.</param>
/// <param name="Path">JSON path of the element within the resource (<c>.valueQuantity.comparator</c>).</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="IsSubject">Whether it is the element that says whom the resource is about.</param>
internal sealed record ReadingFault(FaultKind Kind, string Path, LocalizedText Message, bool IsSubject = false);

/// <summary>What a fault does to its resource, the worst first.</summary>
internal enum FaultKind
{
    /// <summary>An element that restricts or negates cannot be read: the resource is not used.</summary>
    Restricts,

    /// <summary>An element that an answer rests on cannot be read: the resource is not used.</summary>
    Unreadable,

    /// <summary>Written otherwise than FHIR asks, and still plain what is meant: read.</summary>
    Mended,

    /// <summary>There, but without any content (null, an empty text): taken as not recorded.</summary>
    Empty,

    /// <summary>Nothing is read from it: the resource counts without it.</summary>
    Ignored,
}
