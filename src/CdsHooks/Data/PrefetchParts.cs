using Cds.CdsHooks.Envelope;
using Cds.FhirMapping;

namespace Cds.CdsHooks.Data;

/// <summary>Prefetch values as the reader of facts takes them.</summary>
internal static class PrefetchParts
{
    /// <summary>The parts to read; an optional key of which nothing came is none.</summary>
    /// <param name="values">The values.</param>
    /// <param name="body">The request that they came with; empty when they were fetched.</param>
    public static IReadOnlyList<PrefetchPart> Of(IReadOnlyList<PrefetchValue> values, ReadOnlyMemory<byte> body) =>
        [.. values.Where(value => !value.Template.IsOptional || value.Resource is not null).Select(value => Of(value, body))];

    /// <summary>Whether it is known who the patient is, or what the problems are: guidance can begin with either.</summary>
    public static bool AreEnough(IReadOnlyList<PrefetchValue> values) => CanBeHad(values, "Patient") || CanBeHad(values, "Condition");

    private static bool CanBeHad(IReadOnlyList<PrefetchValue> values, string resourceType) =>
        values.Any(value => value.Template.ResourceType == resourceType && (value.Resource is not null || (value.IsObtained && !value.Template.IsRead)));

    private static PrefetchPart Of(PrefetchValue value, ReadOnlyMemory<byte> body) =>
        new(value.Template.Key, value.Template.ResourceType, value.Resource is { } resource ? RawJson.Of(resource, body) : default, value.IsObtained);
}
