using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>A key pair of a client: makes its public JWK and signs tokens.</summary>
internal sealed class TestKey
{
    private readonly ECDsa? _elliptic;
    private readonly RSA? _rsa;

    private TestKey(string id, ECDsa? elliptic, RSA? rsa)
    {
        Id = id;
        _elliptic = elliptic;
        _rsa = rsa;
    }

    public string Id { get; }

    public static TestKey P256 { get; } = Elliptic("es256", ECCurve.NamedCurves.nistP256);

    public static TestKey P384 { get; } = Elliptic("es384", ECCurve.NamedCurves.nistP384);

    public static TestKey P521 { get; } = Elliptic("es512", ECCurve.NamedCurves.nistP521);

    public static TestKey Rsa2048 { get; } = new("rsa", null, RSA.Create(2048));

    public static TestKey Rsa1024 { get; } = new("short", null, RSA.Create(1024));

    /// <summary>Another key under the id of <see cref="P384"/>.</summary>
    public static TestKey Impostor { get; } = Elliptic("es384", ECCurve.NamedCurves.nistP384);

    public static TestKey Elliptic(string id, ECCurve curve) => new(id, ECDsa.Create(curve), null);

    public static string Set(params TestKey[] keys) => new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.Jwk())]) }.ToJsonString();

    public JsonObject Jwk()
    {
        if (_elliptic is not null)
        {
            ECParameters parameters = _elliptic.ExportParameters(false);
            int bits = _elliptic.KeySize;
            return new JsonObject
            {
                ["kty"] = "EC",
                ["kid"] = Id,
                ["crv"] = $"P-{bits}",
                ["x"] = Text(parameters.Q.X!),
                ["y"] = Text(parameters.Q.Y!),
                ["use"] = "sig",
            };
        }

        RSAParameters rsa = _rsa!.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["kid"] = Id, ["n"] = Text(rsa.Modulus!), ["e"] = Text(rsa.Exponent!) };
    }

    /// <summary>The public key as text, as someone would misuse it for an HMAC.</summary>
    public string PublicPem() => _elliptic?.ExportSubjectPublicKeyInfoPem() ?? _rsa!.ExportSubjectPublicKeyInfoPem();

    public string Sign(JsonObject header, JsonObject payload)
    {
        string input = Text(JsonSerializer.SerializeToUtf8Bytes(header)) + "." + Text(JsonSerializer.SerializeToUtf8Bytes(payload));
        return input + "." + Text(Signature(Encoding.ASCII.GetBytes(input), header["alg"]?.GetValue<string>() ?? ""));
    }

    public static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] Signature(byte[] input, string algorithm)
    {
        HashAlgorithmName hash = algorithm.EndsWith("256", StringComparison.Ordinal) ? HashAlgorithmName.SHA256
            : algorithm.EndsWith("512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512
            : HashAlgorithmName.SHA384;
        if (algorithm.StartsWith("HS", StringComparison.Ordinal)) return HMACSHA384.HashData(Encoding.ASCII.GetBytes(PublicPem()), input);
        if (_elliptic is not null) return _elliptic.SignData(input, hash);
        return _rsa!.SignData(input, hash, algorithm.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
    }
}
