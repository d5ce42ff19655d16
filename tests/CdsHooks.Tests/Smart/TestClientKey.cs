using System.Security.Cryptography;
using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>A key by which the service signs in at an EHR: the file that it is configured with, and the half that the EHR is told.</summary>
internal sealed class TestClientKey : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestClientKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        ECParameters made = key.ExportParameters(true);
        Public = new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            Crv = JsonWebKeyECTypes.P384,
            X = Base64UrlEncoder.Encode(made.Q.X),
            Y = Base64UrlEncoder.Encode(made.Q.Y),
            Kid = "key-1",
            Use = JsonWebKeyUseNames.Sig,
        };
        File = Path.Combine(_folder.Path, "key.json");
        System.IO.File.WriteAllText(File, JsonSerializer.Serialize(new { kty = Public.Kty, crv = Public.Crv, x = Public.X, y = Public.Y, d = Base64UrlEncoder.Encode(made.D), kid = Public.Kid }));
    }

    /// <summary>The file with the private key.</summary>
    public string File { get; }

    /// <summary>The public key.</summary>
    public JsonWebKey Public { get; }

    public void Dispose() => _folder.Dispose();
}
