using System.Security.Cryptography;

namespace Cds.CdsHooks.Trust;

/// <summary>
/// A signature that tokens may carry (RFC 7518). The list is closed: <c>none</c> and the HMACs have no entry, so no configuration and no token
/// can bring them in.
/// </summary>
/// <param name="Name">Value of <c>alg</c>.</param>
/// <param name="KeyType">Value of <c>kty</c> that it needs.</param>
/// <param name="Curve">Value of <c>crv</c> that it needs; null for RSA.</param>
/// <param name="Hash">Hash.</param>
/// <param name="Padding">Padding; null for elliptic curves.</param>
internal sealed record SignatureAlgorithm(string Name, string KeyType, string? Curve, HashAlgorithmName Hash, RSASignaturePadding? Padding)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SignatureAlgorithm> All { get; } =
    [
        new("ES256", "EC", "P-256", HashAlgorithmName.SHA256, null),
        new("ES384", "EC", "P-384", HashAlgorithmName.SHA384, null),
        new("ES512", "EC", "P-521", HashAlgorithmName.SHA512, null),
        new("RS256", "RSA", null, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        new("RS384", "RSA", null, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        new("RS512", "RSA", null, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        new("PS256", "RSA", null, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        new("PS384", "RSA", null, HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
        new("PS512", "RSA", null, HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
    ];

    /// <summary>The algorithm of a name, compared exactly; null when there is none.</summary>
    public static SignatureAlgorithm? Find(string? name) => All.FirstOrDefault(algorithm => algorithm.Name == name);

    /// <summary>Whether a key may be used with it.</summary>
    public bool Fits(JsonWebKey key) => key.KeyType == KeyType && key.Curve == Curve && (key.Algorithm is null || key.Algorithm == Name);

    /// <summary>Whether the signature over the data is the key's.</summary>
    public bool Verify(JsonWebKey key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (Padding is null)
        {
            using ECDsa elliptic = key.OpenElliptic();
            return elliptic.VerifyData(data, signature, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        using RSA rsa = key.OpenRsa();
        return rsa.VerifyData(data, signature, Hash, Padding);
    }
}
