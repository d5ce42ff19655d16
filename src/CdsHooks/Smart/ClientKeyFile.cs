using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Smart;

/// <summary>Reads the private key by which this service signs in at an EHR.</summary>
internal static class ClientKeyFile
{
    private const int FewestRsaBits = 2048;

    /// <summary>The key with the algorithm that SMART names for its kind; null when the file holds no such key.</summary>
    /// <param name="path">Path of a file with one JWK.</param>
    public static SigningCredentials? Read(string path)
    {
        JsonWebKey key;
        try
        {
            key = new JsonWebKey(File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (!key.HasPrivateKey || string.IsNullOrEmpty(key.Kid)) return null;
        return key switch
        {
            { Kty: JsonWebAlgorithmsKeyTypes.EllipticCurve, Crv: JsonWebKeyECTypes.P384 } => new SigningCredentials(key, SecurityAlgorithms.EcdsaSha384),
            { Kty: JsonWebAlgorithmsKeyTypes.RSA, KeySize: >= FewestRsaBits } => new SigningCredentials(key, SecurityAlgorithms.RsaSha384),
            _ => null,
        };
    }
}
