using System.Security.Cryptography;
using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Smart.Ehr;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>The service signs in at the token endpoint as it was registered: by a secret, or by assertions under a key of its own.</summary>
public sealed class SignInTests(SignInTests.BySecret bySecret, SignInTests.ByWrongSecret byWrongSecret, SignInTests.ByKey byKey)
    : IClassFixture<SignInTests.BySecret>, IClassFixture<SignInTests.ByWrongSecret>, IClassFixture<SignInTests.ByKey>
{
    [Fact]
    public async Task A_secret_is_sent_in_the_header()
    {
        Assert.Equal(302, (await bySecret.LaunchAsync()).Status);
        Assert.NotNull(bySecret.Opened);
    }

    [Fact]
    public async Task A_wrong_secret_opens_nothing_and_is_in_no_log()
    {
        Answer answer = await byWrongSecret.LaunchAsync();
        Assert.Equal(403, answer.Status);
        Assert.Contains("invalid_client", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("not the secret", string.Join('\n', byWrongSecret.Service.Log.Entries), StringComparison.Ordinal);
    }

    /// <summary>Held against SMART App Launch 2.2 here: OpenIddict follows a later draft of OAuth, which wants another type and audience.</summary>
    [Fact]
    public async Task An_assertion_is_signed_anew_for_each_call_as_smart_asks_for_it()
    {
        List<JsonWebToken> assertions = [];
        byKey.Ehr.Behaviour.Fault = async context =>
        {
            if (context.Request.Path != "/auth/token") return false;
            IFormCollection form = await context.Request.ReadFormAsync();
            Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
            Assert.Equal(0, form["client_secret"].Count);
            Assert.Equal(0, context.Request.Headers.Authorization.Count);
            TokenValidationResult verified = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
            {
                IssuerSigningKey = byKey.PublicKey,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha384],
                ValidTypes = ["JWT"],
                ValidIssuer = EhrClient.Id,
                ValidAudience = byKey.Ehr.Url + "/auth/token",
                ValidateLifetime = false,
            });
            Assert.True(verified.IsValid, verified.Exception?.Message);
            assertions.Add((JsonWebToken)verified.SecurityToken);
            context.Response.StatusCode = 503;
            return true;
        };
        Assert.Equal(502, (await byKey.LaunchAsync()).Status);
        Assert.Equal(502, (await byKey.LaunchAsync()).Status);
        Assert.Equal(2, assertions.Select(assertion => assertion.Id).Distinct().Count());
        Assert.All(assertions, assertion =>
        {
            Assert.Equal(EhrClient.Id, assertion.Subject);
            Assert.Equal("key-1", assertion.Kid);
            Assert.Equal(byKey.Ehr.Clock.GetUtcNow().UtcDateTime, assertion.IssuedAt);
            Assert.InRange(assertion.ValidTo - assertion.IssuedAt, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
        });
    }

    public sealed class BySecret : LaunchBench
    {
        private protected override EhrClient Registered => base.Registered with { Secret = "a secret: with + and %" };

        private protected override (string Key, string Value)[] More => [("Cds:Smart:Servers:0:ClientSecret", "a secret: with + and %")];
    }

    public sealed class ByWrongSecret : LaunchBench
    {
        private protected override EhrClient Registered => base.Registered with { Secret = "the secret" };

        private protected override (string Key, string Value)[] More => [("Cds:Smart:Servers:0:ClientSecret", "not the secret")];
    }

    public sealed class ByKey : LaunchBench
    {
        private readonly TemporaryFolder _folder = new();
        private readonly JsonWebKey _key = PrivateKey();

        internal JsonWebKey PublicKey => new() { Kty = _key.Kty, Crv = _key.Crv, X = _key.X, Y = _key.Y, Kid = _key.Kid };

        private protected override (string Key, string Value)[] More
        {
            get
            {
                string file = Path.Combine(_folder.Path, "key.json");
                File.WriteAllText(file, JsonSerializer.Serialize(new { kty = _key.Kty, crv = _key.Crv, x = _key.X, y = _key.Y, d = _key.D, kid = _key.Kid }));
                return [("Cds:Smart:Servers:0:KeyFile", file)];
            }
        }
    }

    internal static JsonWebKey PrivateKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        ECParameters parameters = key.ExportParameters(true);
        return new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            Crv = JsonWebKeyECTypes.P384,
            X = Base64UrlEncoder.Encode(parameters.Q.X),
            Y = Base64UrlEncoder.Encode(parameters.Q.Y),
            D = Base64UrlEncoder.Encode(parameters.D),
            Kid = "key-1",
        };
    }
}
