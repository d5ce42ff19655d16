using Duende.IdentityModel;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Smart;

/// <summary>Signs the assertion by which this service signs in at a token endpoint (SMART App Launch 2.2, Asymmetric client authentication).</summary>
internal sealed class AssertionSigner(TimeProvider time)
{
    /// <summary>SMART allows five minutes; a call takes seconds.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A fresh assertion.</summary>
    /// <param name="server">The EHR.</param>
    /// <param name="key">The key that it knows this service by.</param>
    /// <param name="endpoint">Address of the endpoint that it is for.</param>
    public Duende.IdentityModel.Client.ClientAssertion Sign(SmartServer server, SigningCredentials key, Uri endpoint)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return new Duende.IdentityModel.Client.ClientAssertion
        {
            Type = OidcConstants.ClientAssertionTypes.JwtBearer,
            Value = _handler.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = server.ClientId,
                Audience = endpoint.OriginalString,
                IssuedAt = now,
                Expires = now + Life,
                Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = server.ClientId, [JwtRegisteredClaimNames.Jti] = CryptoRandom.CreateUniqueId() },
                SigningCredentials = key,
            }),
        };
    }
}
