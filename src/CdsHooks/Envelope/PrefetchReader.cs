namespace Cds.CdsHooks.Envelope;

/// <summary>A prefetch object, key by key.</summary>
/// <param name="Values">One value per published key, in the order of discovery.</param>
/// <param name="UnknownKeys">Keys that were sent and never asked for: their data are not read.</param>
internal sealed record SentPrefetch(IReadOnlyList<PrefetchValue> Values, IReadOnlyList<string> UnknownKeys);

/// <summary>Judges each published key on its own; keys that were not published are not read, and named.</summary>
internal static class PrefetchReader
{
    /// <summary>Reads the prefetch of a request; an undefined element when the request has none.</summary>
    public static Outcome<SentPrefetch> Read(JsonElement prefetch, IReadOnlyList<PrefetchTemplate> templates)
    {
        var values = new List<PrefetchValue>(templates.Count);
        foreach (PrefetchTemplate template in templates)
        {
            if (prefetch.ValueKind != JsonValueKind.Object || !prefetch.TryGetProperty(template.Key, out JsonElement value)) values.Add(new(template, PrefetchState.NotSent, null));
            else if (value.ValueKind == JsonValueKind.Null) values.Add(new(template, PrefetchState.KnownEmpty, null));
            else if (value.Text("resourceType") is { } type) values.Add(Judge(template, value, type));
            else return new RequestProblem(ProblemKind.InvalidMember, Phrases.PrefetchIsNoResource, $"$.prefetch.{template.Key}");
        }

        return new SentPrefetch(values, UnknownKeys.Of(prefetch, templates));
    }

    private static PrefetchValue Judge(PrefetchTemplate template, JsonElement value, string type)
    {
        if (type == "OperationOutcome") return new(template, PrefetchState.Failed, null);
        return type == template.AnswerType ? new(template, PrefetchState.Read, value) : new(template, PrefetchState.Unusable, null);
    }
}
