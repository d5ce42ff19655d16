using System.Text.Json;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;

namespace Cds.CdsHooks.Prefetch;

/// <summary>What reading a prefetch object gave.</summary>
/// <param name="Values">One value per published key, in the order of discovery.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
internal readonly record struct PrefetchReading(IReadOnlyList<PrefetchValue> Values, RequestProblem? Problem)
{
    /// <summary>Keys that were sent and never asked for: their data are not read.</summary>
    public IReadOnlyList<string> UnknownKeys { get; init; } = [];
}

/// <summary>Judges each published key on its own; keys that were not published are not read, and named.</summary>
internal static class PrefetchReader
{
    /// <summary>Reads the prefetch of a request; an undefined element when the request has none.</summary>
    public static PrefetchReading Read(JsonElement prefetch, IReadOnlyList<PrefetchTemplate> templates)
    {
        var values = new List<PrefetchValue>(templates.Count);
        foreach (PrefetchTemplate template in templates)
        {
            if (prefetch.ValueKind != JsonValueKind.Object || !prefetch.TryGetProperty(template.Key, out JsonElement value))
            {
                values.Add(new PrefetchValue(template, PrefetchState.NotSent, null));
                continue;
            }

            if (value.ValueKind == JsonValueKind.Null)
            {
                values.Add(new PrefetchValue(template, PrefetchState.KnownEmpty, null));
                continue;
            }

            if (TypeOf(value) is not { } type)
                return new([], new RequestProblem(ProblemKind.InvalidMember, Phrases.PrefetchIsNoResource, $"$.prefetch.{template.Key}"));
            values.Add(Judge(template, value, type));
        }

        return new(values, null) { UnknownKeys = Prefetch.UnknownKeys.Of(prefetch, templates) };
    }

    private static PrefetchValue Judge(PrefetchTemplate template, JsonElement value, string type)
    {
        if (type == "OperationOutcome") return new(template, PrefetchState.Failed, null);
        if (type != (template.IsRead ? template.ResourceType : "Bundle")) return new(template, PrefetchState.Unusable, null);
        return new(template, !template.IsRead && HasNextPage(value) ? PrefetchState.Partial : PrefetchState.Read, value);
    }

    /// <summary>The <c>resourceType</c> of a value; null when it is no resource.</summary>
    public static string? TypeOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("resourceType", out JsonElement type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    private static bool HasNextPage(JsonElement bundle) =>
        bundle.TryGetProperty("link", out JsonElement links)
        && links.ValueKind == JsonValueKind.Array
        && links.EnumerateArray().Any(link =>
            link.ValueKind == JsonValueKind.Object
            && link.TryGetProperty("relation", out JsonElement relation)
            && relation.ValueKind == JsonValueKind.String
            && relation.ValueEquals("next"));
}
