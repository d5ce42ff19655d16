namespace Cds.CdsHooks.Envelope;

/// <summary>Parses what came from outside, within the limit of depth, and refuses what is not clean JSON.</summary>
internal sealed class CleanJson(IOptions<CdsOptions> options)
{
    private readonly int _deepest = options.Value.MaxJsonDepth;

    /// <summary>What keeps a text from being clean JSON; null when it is.</summary>
    public RequestProblem? FindFault(ReadOnlyMemory<byte> json)
    {
        RequestProblem? fault = Parse(json, out JsonDocument? document);
        document?.Dispose();
        return fault;
    }

    /// <summary>Parses; the problem when there is no document. Reads from the bytes as long as the document lives.</summary>
    public RequestProblem? Parse(ReadOnlyMemory<byte> json, out JsonDocument? document)
    {
        document = null;
        if (JsonFaults.FindBeforeParsing(json.Span, _deepest) is { } fault) return fault;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = _deepest, AllowDuplicateProperties = false });
            return null;
        }
        catch (JsonException)
        {
            return JsonFaults.Describe(json.Span, _deepest);
        }
    }
}
