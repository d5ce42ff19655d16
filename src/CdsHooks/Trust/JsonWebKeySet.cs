using System.Text.Json;

namespace Cds.CdsHooks.Trust;

/// <summary>A JWK Set: the usable keys of it. Keys of kinds that are not used here are left out, as RFC 7517 asks.</summary>
/// <param name="Keys">Keys with their ids.</param>
internal sealed record JsonWebKeySet(IReadOnlyList<JsonWebKey> Keys)
{
    /// <summary>A set without keys.</summary>
    public static JsonWebKeySet Empty { get; } = new([]);

    /// <summary>Reads a set; null when the bytes are no JWK Set.</summary>
    public static JsonWebKeySet? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (!document.RootElement.TryGetProperty("keys", out JsonElement keys) || keys.ValueKind != JsonValueKind.Array) return null;
            return new JsonWebKeySet([.. keys.EnumerateArray().Select(JsonWebKey.Read).OfType<JsonWebKey>()]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no Unicode text.
            return null;
        }
    }

    /// <summary>The keys of an id that fit an algorithm; several may share an id while keys are rotated.</summary>
    public IEnumerable<JsonWebKey> Find(string id, SignatureAlgorithm algorithm) => Keys.Where(key => key.Id == id && algorithm.Fits(key));

    /// <summary>Whether a key has the id, whatever it is good for.</summary>
    public bool Contains(string id) => Keys.Any(key => key.Id == id);
}
