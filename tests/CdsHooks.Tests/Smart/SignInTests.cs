using System.Security.Cryptography;
using System.Text.Json;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Smart.Ehr;
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
    public async Task An_assertion_under_the_registered_key_is_taken_each_time_anew()
    {
        Answer first = await byKey.LaunchAsync();
        Assert.True(first.Status == 302, first.Body + string.Join('\n', byKey.Service.Log.Entries));
        Assert.Equal(302, (await byKey.LaunchAsync(byKey.Ehr.Launch("poems"))).Status);
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

        private protected override EhrClient Registered => base.Registered with
        {
            Key = new JsonWebKey { Kty = _key.Kty, Crv = _key.Crv, X = _key.X, Y = _key.Y, Kid = _key.Kid, Use = "sig", Alg = "ES384" },
        };

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
