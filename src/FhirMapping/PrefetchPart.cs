namespace Cds.FhirMapping;

/// <summary>One answer of a prefetch or of a search against the sender's FHIR server.</summary>
/// <param name="Key">Prefetch key, for notes.</param>
/// <param name="ResourceType">Type of resource asked for.</param>
/// <param name="Json">A resource, or a Bundle of them, as JSON in UTF-8; empty when nothing was found or nothing could be had.</param>
/// <param name="Obtained">
/// Whether the part was searched: then what it does not hold does not exist. Otherwise it is unknown what the record says.
/// </param>
public sealed record PrefetchPart(string Key, string ResourceType, ReadOnlyMemory<byte> Json, bool Obtained);
