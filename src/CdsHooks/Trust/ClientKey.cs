using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Trust;

/// <summary>A public key for verifying signatures (RFC 7517): elliptic curves P-256, P-384, P-521, and RSA of 2048 bits or more.</summary>
/// <param name="Id"><c>kid</c>.</param>
/// <param name="KeyType"><c>kty</c>: <c>EC</c> or <c>RSA</c>.</param>
/// <param name="Curve"><c>crv</c> of an elliptic key; null for RSA.</param>
/// <param name="Algorithm"><c>alg</c>, the only algorithm that the key may be used with; null when it names none.</param>
/// <param name="Key">The key itself.</param>
internal sealed record ClientKey(string Id, string KeyType, string? Curve, string? Algorithm, SecurityKey Key)
{
    private const int ShortestRsa = 2048, LongestRsa = 16_384;

    /// <summary>Reads a key; null when it is of another kind, for another use, without <c>kid</c>, or broken.</summary>
    public static ClientKey? Read(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object ? Read(new JsonWebKey(json.GetRawText())) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // A member of another type, or text that is no base64url: such a key verifies nothing.
            return null;
        }
    }

    private static ClientKey? Read(JsonWebKey key)
    {
        bool isForVerifying = key.Use is null or JsonWebKeyUseNames.Sig && (key.KeyOps.Count == 0 || key.KeyOps.Contains("verify"));
        if (!isForVerifying || string.IsNullOrEmpty(key.Kid) || !IsAccepted(key)) return null;
        // The numbers count; a certificate beside them would be taken in their place.
        key.X5c.Clear();
        return JsonWebKeyConverter.TryConvertToSecurityKey(key, out SecurityKey usable)
            ? new ClientKey(key.Kid, key.Kty, key.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve ? key.Crv : null, key.Alg, usable)
            : null;
    }

    private static bool IsAccepted(JsonWebKey key) => key.Kty switch
    {
        JsonWebAlgorithmsKeyTypes.EllipticCurve => AcceptedSignature.All.Any(signature => signature.Curve is { } curve && curve == key.Crv),
        JsonWebAlgorithmsKeyTypes.RSA => key.N is { } modulus && key.E is not null && Bits(modulus) is >= ShortestRsa and <= LongestRsa,
        _ => false,
    };

    private static int Bits(string modulus) => Base64UrlEncoder.DecodeBytes(modulus).AsSpan().TrimStart((byte)0).Length * 8;
}
