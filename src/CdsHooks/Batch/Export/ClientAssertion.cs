using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Batch.Export;

/// <summary>Signs what a client proves itself with (SMART Backend Services, <c>private_key_jwt</c>).</summary>
internal sealed class ClientAssertion
{
    // SMART allows five minutes at the most.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(4);

    private readonly string _client;
    private readonly SigningCredentials _key;
    private readonly TimeProvider _time;

    private ClientAssertion(string client, SigningCredentials key, TimeProvider time) => (_client, _key, _time) = (client, key, time);

    /// <summary>Reads the client's private key, a JWK.</summary>
    /// <param name="client">Id under which the client is registered at the server.</param>
    /// <param name="jwk">The key as JSON.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="ExportException">It is no private key of a kind that can be used.</exception>
    public static ClientAssertion Of(string client, string jwk, TimeProvider time)
    {
        try
        {
            var key = new JsonWebKey(jwk);
            if (!key.HasPrivateKey) throw new ExportException("The key file holds no private key.");
            string algorithm = key.Alg ?? (key.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve ? (key.Crv == "P-256" ? SecurityAlgorithms.EcdsaSha256 : SecurityAlgorithms.EcdsaSha384) : SecurityAlgorithms.RsaSha384);
            return new ClientAssertion(client, new SigningCredentials(key, algorithm), time);
        }
        catch (ArgumentException exception)
        {
            throw new ExportException("The key file holds no JWK.", exception);
        }
    }

    /// <summary>An assertion for one use.</summary>
    /// <param name="audience">Address of the token endpoint.</param>
    public string For(Uri audience)
    {
        DateTime now = _time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _client,
            Audience = audience.AbsoluteUri,
            IssuedAt = now,
            Expires = now + Life,
            Claims = new Dictionary<string, object> { ["sub"] = _client, ["jti"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) },
            SigningCredentials = _key,
        });
    }
}
