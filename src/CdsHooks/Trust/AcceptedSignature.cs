using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Trust;

/// <summary>
/// A signature that tokens may carry (RFC 7518) and the keys that it goes with. The list is closed: <c>none</c> and the HMACs have no entry, so no
/// configuration and no token can bring them in.
/// </summary>
/// <param name="Name">Value of <c>alg</c>.</param>
/// <param name="KeyType">Value of <c>kty</c> that it needs.</param>
/// <param name="Curve">Value of <c>crv</c> that it needs; null for RSA.</param>
internal sealed record AcceptedSignature(string Name, string KeyType, string? Curve)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<AcceptedSignature> All { get; } =
    [
        new(SecurityAlgorithms.EcdsaSha256, JsonWebAlgorithmsKeyTypes.EllipticCurve, "P-256"),
        new(SecurityAlgorithms.EcdsaSha384, JsonWebAlgorithmsKeyTypes.EllipticCurve, "P-384"),
        new(SecurityAlgorithms.EcdsaSha512, JsonWebAlgorithmsKeyTypes.EllipticCurve, "P-521"),
        new(SecurityAlgorithms.RsaSha256, JsonWebAlgorithmsKeyTypes.RSA, null),
        new(SecurityAlgorithms.RsaSha384, JsonWebAlgorithmsKeyTypes.RSA, null),
        new(SecurityAlgorithms.RsaSha512, JsonWebAlgorithmsKeyTypes.RSA, null),
        new(SecurityAlgorithms.RsaSsaPssSha256, JsonWebAlgorithmsKeyTypes.RSA, null),
        new(SecurityAlgorithms.RsaSsaPssSha384, JsonWebAlgorithmsKeyTypes.RSA, null),
        new(SecurityAlgorithms.RsaSsaPssSha512, JsonWebAlgorithmsKeyTypes.RSA, null),
    ];

    /// <summary>The signature of a name, compared exactly; null when there is none.</summary>
    public static AcceptedSignature? Find(string? name) => All.FirstOrDefault(signature => signature.Name == name);

    /// <summary>Whether a key may be used with it.</summary>
    public bool Fits(ClientKey key) => key.KeyType == KeyType && key.Curve == Curve && (key.Algorithm is null || key.Algorithm == Name);
}
