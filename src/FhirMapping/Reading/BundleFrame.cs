namespace Cds.FhirMapping.Reading;

/// <summary>What the outside of a sent value says.</summary>
/// <param name="IsObject">Whether it is a JSON object at all.</param>
/// <param name="Type">Its resource type; null when it is no resource.</param>
/// <param name="IsPartial">Whether it is a search result with more pages, or with fewer matches than it announces.</param>
internal readonly record struct BundleFrame(bool IsObject, string? Type, bool IsPartial);
