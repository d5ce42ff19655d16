using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>One resource of a request.</summary>
/// <param name="Resource">The resource; null when nothing is read from its type, or when it cannot be used.</param>
/// <param name="Type">Its type, as FHIR R4 calls it.</param>
/// <param name="Id">Its logical id; null when the sender gave none.</param>
/// <param name="FullUrl">The URL of its bundle entry.</param>
/// <param name="Reference">How notes and evidence name it: <c>Observation/b2m</c>, else the URL of the entry, else its place.</param>
/// <param name="Place">Its JSON path in the request.</param>
internal sealed record ResourceEntry(Resource? Resource, string Type, string? Id, string? FullUrl, string Reference, string Place)
{
    /// <summary>The bytes it was read from; empty when it came as an object.</summary>
    public ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>Whether it is of a type that is read and was damaged where it matters: it says nothing, and nobody may take it as absent.</summary>
    public bool IsUnusable { get; init; }

    /// <summary>
    /// Which of two copies of the same resource is newer. Decided by the resources alone, so that their order in the bundle makes no difference.
    /// </summary>
    public int CompareVersion(ResourceEntry other)
    {
        int byTime = string.CompareOrdinal(Resource?.Meta?.LastUpdatedElement.Text(), other.Resource?.Meta?.LastUpdatedElement.Text());
        if (byTime != 0) return byTime;
        int byVersion = Nullable.Compare(VersionOf(this), VersionOf(other));
        return byVersion != 0 ? byVersion : Source.Span.SequenceCompareTo(other.Source.Span);
    }

    /// <summary>Whether two copies hold the same.</summary>
    public bool IsSameAs(ResourceEntry other) =>
        Source.IsEmpty || other.Source.IsEmpty ? Resource is not null && Resource.IsExactly(other.Resource) : Source.Span.SequenceEqual(other.Source.Span);

    private static decimal? VersionOf(ResourceEntry entry) =>
        decimal.TryParse(entry.Resource?.Meta?.VersionIdElement.Text(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out decimal version) ? version : null;
}
