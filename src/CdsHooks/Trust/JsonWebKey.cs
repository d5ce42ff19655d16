using System.Security.Cryptography;
using System.Text.Json;

namespace Cds.CdsHooks.Trust;

/// <summary>A public key for verifying signatures (RFC 7517): elliptic curves P-256, P-384, P-521, and RSA of 2048 bits or more.</summary>
internal sealed class JsonWebKey
{
    private const int ShortestRsa = 2048, LongestRsa = 16_384;

    private JsonWebKey(string id, string keyType, string? curve, string? algorithm)
    {
        Id = id;
        KeyType = keyType;
        Curve = curve;
        Algorithm = algorithm;
    }

    /// <summary><c>kid</c>.</summary>
    public string Id { get; }

    /// <summary><c>kty</c>: <c>EC</c> or <c>RSA</c>.</summary>
    public string KeyType { get; }

    /// <summary><c>crv</c> of an elliptic key.</summary>
    public string? Curve { get; }

    /// <summary><c>alg</c>, the only algorithm that the key may be used with; null when it names none.</summary>
    public string? Algorithm { get; }

    private ECParameters Point { get; init; }

    private RSAParameters Modulus { get; init; }

    /// <summary>The key for verifying an elliptic signature; the caller disposes of it (the instances are not made for several threads).</summary>
    public ECDsa OpenElliptic() => ECDsa.Create(Point);

    /// <summary>The key for verifying an RSA signature; the caller disposes of it.</summary>
    public RSA OpenRsa() => RSA.Create(Modulus);

    /// <summary>Reads a key; null when it is of another kind, for another use, without <c>kid</c>, or broken.</summary>
    public static JsonWebKey? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "kid") is not { Length: > 0 } id) return null;
        if (Text(json, "use") is { } use && use != "sig") return null;
        if (json.TryGetProperty("key_ops", out JsonElement operations) && !PermitsVerifying(operations)) return null;
        try
        {
            return Text(json, "kty") switch
            {
                "EC" => ReadElliptic(json, id),
                "RSA" => ReadRsa(json, id),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            // The numbers are no point on the curve or no RSA modulus: such a key verifies nothing.
            return null;
        }
    }

    private static JsonWebKey? ReadElliptic(JsonElement json, string id)
    {
        string? name = Text(json, "crv");
        (ECCurve Curve, int Size) curve = name switch
        {
            "P-256" => (ECCurve.NamedCurves.nistP256, 32),
            "P-384" => (ECCurve.NamedCurves.nistP384, 48),
            "P-521" => (ECCurve.NamedCurves.nistP521, 66),
            _ => default,
        };
        if (curve.Size == 0 || Number(json, "x") is not { } x || Number(json, "y") is not { } y || x.Length != curve.Size || y.Length != curve.Size) return null;
        var key = new JsonWebKey(id, "EC", name, Text(json, "alg")) { Point = new ECParameters { Curve = curve.Curve, Q = new ECPoint { X = x, Y = y } } };
        key.OpenElliptic().Dispose();
        return key;
    }

    private static JsonWebKey? ReadRsa(JsonElement json, string id)
    {
        if (Number(json, "n") is not { } modulus || Number(json, "e") is not { } exponent) return null;
        int bits = modulus.AsSpan().TrimStart((byte)0).Length * 8;
        if (bits < ShortestRsa || bits > LongestRsa) return null;
        var key = new JsonWebKey(id, "RSA", null, Text(json, "alg")) { Modulus = new RSAParameters { Modulus = modulus, Exponent = exponent } };
        key.OpenRsa().Dispose();
        return key;
    }

    private static bool PermitsVerifying(JsonElement operations) =>
        operations.ValueKind == JsonValueKind.Array && operations.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals("verify"));

    private static byte[]? Number(JsonElement json, string name) => Text(json, name) is { } text ? JoseText.Decode(text) : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
