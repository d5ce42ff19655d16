using Cds.FhirMapping.Json;

namespace Cds.FhirMapping.Resources;

/// <summary>One resource of a request.</summary>
/// <param name="Json">The resource.</param>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its logical id; null when the sender gave none.</param>
/// <param name="FullUrl">The URL of its bundle entry.</param>
/// <param name="Reference">How notes and evidence name it: <c>Observation/b2m</c>, else the URL of the entry, else its place.</param>
/// <param name="Place">Its JSON path in the request.</param>
internal sealed record ResourceEntry(FhirElement Json, string Type, string? Id, string? FullUrl, string Reference, string Place)
{
    /// <summary>
    /// Which of two copies of the same resource is newer. Decided by the resources alone, so that their order in the bundle makes no difference.
    /// </summary>
    public int CompareVersion(ResourceEntry other)
    {
        int byTime = string.CompareOrdinal(Json["meta"]["lastUpdated"].Text, other.Json["meta"]["lastUpdated"].Text);
        if (byTime != 0) return byTime;
        int byVersion = Nullable.Compare(Json["meta"]["versionId"].Number, other.Json["meta"]["versionId"].Number);
        return byVersion != 0 ? byVersion : string.CompareOrdinal(Json.Raw, other.Json.Raw);
    }
}
