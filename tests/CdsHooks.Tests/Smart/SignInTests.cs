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

    [Fact]
    public async Task An_assertion_under_the_key_that_the_ehr_knows_opens_the_patient()
    {
        byKey.Reset();
        Assert.Equal(302, (await byKey.LaunchAsync()).Status);
        Assert.NotNull(byKey.Opened);
        Assert.Contains("/fhir/Patient/" + LaunchBench.Patient, byKey.Ehr.Requests);
    }

    [Fact]
    public async Task An_assertion_under_another_key_opens_nothing()
    {
        byKey.Reset();
        using TestClientKey other = new();
        await byKey.Ehr.RegisterAsync(byKey.Known with { Key = other.Public });
        try
        {
            Answer answer = await byKey.LaunchAsync();
            Assert.Equal(403, answer.Status);
            Assert.Contains("invalid_client", answer.Body, StringComparison.Ordinal);
            Assert.Null(byKey.Opened);
        }
        finally
        {
            await byKey.Ehr.RegisterAsync(byKey.Known);
        }
    }

    [Fact]
    public async Task An_assertion_is_signed_anew_for_each_call_as_smart_asks_for_it()
    {
        byKey.Reset();
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
        private readonly TestClientKey _key = new();

        internal EhrClient Known => Registered;

        internal JsonWebKey PublicKey => _key.Public;

        private protected override EhrClient Registered => base.Registered with { Key = _key.Public };

        private protected override (string Key, string Value)[] More => [("Cds:Smart:Servers:0:KeyFile", _key.File)];
    }
}
