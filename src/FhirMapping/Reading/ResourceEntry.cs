using System.Text.Json;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>One resource of a request.</summary>
/// <param name="Resource">The resource; null when nothing is read from its type, or when it cannot be used.</param>
/// <param name="Type">Its type, as FHIR R4 calls it.</param>
/// <param name="Id">Its logical id; null when the sender gave none.</param>
/// <param name="FullUrl">The URL of its bundle entry.</param>
/// <param name="Reference">How notes and evidence name it: <c>Observation/b2m</c>, else the URL of the entry, else its place.</param>
/// <param name="Place">Its JSON path in the request.</param>
internal sealed record ResourceEntry(Resource? Resource, string Type, string? Id, string? FullUrl, string Reference, EntryPlace Place)
{
    private static readonly string[] StatusMembers = ["status", "verificationStatus"];

    private static readonly string[] Withdrawals = ["entered-in-error", "refuted", "cancelled", "not-done", "not-taken", "revoked", "declined", "誤入力", "否定"];

    /// <summary>The bytes it was read from; empty when it came as an object.</summary>
    public ReadOnlyMemory<byte> Source { get; init; }

    /// <summary>Whether it is of a type that is read and was damaged where it matters: it says nothing, and nobody may take it as absent.</summary>
    public bool IsUnusable { get; init; }

    /// <summary>JSON paths within the resource of what could not be read, where the resource counts without it (drafts only).</summary>
    public IReadOnlyList<string> UnreadPaths { get; init; } = [];

    /// <summary>What could be read of an unusable resource that says whom it is about; null otherwise.</summary>
    public Resource? Damaged { get; init; }

    /// <summary>
    /// Which of two copies of the same resource is newer. Decided by the resources alone, so that their order in the bundle makes no difference.
    /// </summary>
    public int CompareVersion(ResourceEntry other)
    {
        (string? time, decimal? version) = Stamp();
        (string? otherTime, decimal? otherVersion) = other.Stamp();
        int byTime = string.CompareOrdinal(time, otherTime);
        if (byTime != 0) return byTime;
        int byVersion = Nullable.Compare(version, otherVersion);
        if (byVersion != 0) return byVersion;
        int byWithdrawal = IsWithdrawn().CompareTo(other.IsWithdrawn());
        return byWithdrawal != 0 ? byWithdrawal : Source.Span.SequenceCompareTo(other.Source.Span);
    }

    /// <summary>Whether two copies hold the same.</summary>
    public bool IsSameAs(ResourceEntry other) =>
        Source.IsEmpty || other.Source.IsEmpty ? Resource is not null && Resource.IsExactly(other.Resource) : Source.Span.SequenceEqual(other.Source.Span);

    /// <summary>When the copy was last changed, and its version. Read from the bytes: only copies are asked for it, so that no reading pays for it.</summary>
    private (string? Time, decimal? Version) Stamp()
    {
        Meta? meta = Source.IsEmpty ? Resource?.Meta : MetaOf(Source);
        return (meta?.LastUpdatedElement.Text(), decimal.TryParse(meta?.VersionIdElement.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out decimal version) ? version : null);
    }

    /// <summary>Whether a copy takes back what it says: of two copies that nothing else tells apart it is the later one.</summary>
    private bool IsWithdrawn()
    {
        if (Source.IsEmpty) return Resource is not null && StatusMembers.Any(member => Resource.TryGetValue(member, out object? held) && IsWithdrawal(Words(held)));
        using JsonDocument document = JsonDocument.Parse(Source, new JsonDocumentOptions { MaxDepth = 256 });
        return StatusMembers.Any(member => document.RootElement.TryGetProperty(member, out JsonElement status) && IsWithdrawal(status.GetRawText()));
    }

    private static bool IsWithdrawal(string? words) => words is not null && Withdrawals.Any(word => words.Replace(' ', '-').Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string? Words(object? status) => status switch
    {
        PrimitiveType code => code.Text(),
        CodeableConcept concept => string.Join(' ', concept.ListOf<Coding>("coding").Select(c => c.CodeElement.Text()).Append(concept.TextElement.Text())),
        _ => null,
    };

    private static Meta? MetaOf(ReadOnlyMemory<byte> source)
    {
        using JsonDocument document = JsonDocument.Parse(source, new JsonDocumentOptions { MaxDepth = 256 });
        if (!document.RootElement.TryGetProperty("meta", out JsonElement meta) || meta.ValueKind != JsonValueKind.Object) return null;
        return new Meta
        {
            LastUpdatedElement = meta.TryGetProperty("lastUpdated", out JsonElement time) && time.ValueKind == JsonValueKind.String ? new Instant { JsonValue = time.GetString() } : null,
            VersionIdElement = meta.TryGetProperty("versionId", out JsonElement version) && version.ValueKind is JsonValueKind.String ? new Id { JsonValue = version.GetString() }
                : version.ValueKind == JsonValueKind.Number ? new Id { JsonValue = version.GetRawText() } : null,
        };
    }
}
