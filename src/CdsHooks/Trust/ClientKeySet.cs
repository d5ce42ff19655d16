namespace Cds.CdsHooks.Trust;

/// <summary>A JWK Set: the usable keys of it. Keys of kinds that are not used here are left out, as RFC 7517 asks.</summary>
/// <param name="Keys">Keys with their ids.</param>
internal sealed record ClientKeySet(IReadOnlyList<ClientKey> Keys)
{
    private const int Deepest = 16;

    /// <summary>A set without keys.</summary>
    public static ClientKeySet Empty { get; } = new([]);

    /// <summary>Reads a set; null when the bytes are no JWK Set.</summary>
    public static ClientKeySet? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (!document.RootElement.TryGetProperty("keys", out JsonElement keys) || keys.ValueKind != JsonValueKind.Array) return null;
            return new ClientKeySet([.. keys.EnumerateArray().Select(ClientKey.Read).OfType<ClientKey>()]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no Unicode text.
            return null;
        }
    }

    /// <summary>The keys of an id that fit a signature; several may share an id while keys are rotated.</summary>
    public IEnumerable<ClientKey> Find(string id, AcceptedSignature signature) => Keys.Where(key => key.Id == id && signature.Fits(key));

    /// <summary>Whether a key has the id, whatever it is good for.</summary>
    public bool Contains(string id) => Keys.Any(key => key.Id == id);
}
