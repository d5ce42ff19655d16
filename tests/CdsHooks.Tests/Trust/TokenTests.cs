using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>Section 9.2 of the checklist: the token of the client, check by check.</summary>
public sealed class TokenTests : IDisposable
{
    private readonly ConfiguredService _service = TrustedService.Start();
    private readonly HttpClient _client;

    public TokenTests() => _client = _service.CreateClient();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("PS384")]
    [InlineData("PS512")]
    public async Task K5_Asymmetric_signatures_are_accepted(string algorithm)
    {
        TestKey key = algorithm switch { "ES256" => TestKey.P256, "ES384" => TestKey.P384, "ES512" => TestKey.P521, _ => TestKey.Rsa2048 };
        Assert.Equal(200, (await _client.CallAsync(new TestToken().Signed(key, algorithm))).Status);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    [InlineData("es384")]
    [InlineData("ES256K")]
    [InlineData("EdDSA")]
    public async Task K5_None_hmac_and_unknown_algorithms_are_refused_also_when_signed_with_the_public_key(string algorithm) =>
        await IsRefusedAsync(new TestToken().WithHeader("alg", algorithm), TokenFault.Algorithm);

    [Fact]
    public async Task K5_A_token_without_signature_is_refused()
    {
        string token = new TestToken().ToString();
        await IsRefusedAsync(token[..(token.LastIndexOf('.') + 1)], TokenFault.Malformed);
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("ES256")]
    [InlineData("ES512")]
    public async Task K5_The_algorithm_is_tied_to_the_key_type_and_curve(string algorithm) =>
        await IsRefusedAsync(new TestToken().WithHeader("alg", algorithm), TokenFault.Key);

    [Fact]
    public async Task K4_The_scheme_is_matched_without_regard_to_case() => Assert.Equal(200, (await _client.CallAsync("bEARER " + new TestToken())).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    public async Task K4_K8_A_call_without_a_bearer_token_is_401(string? authorization)
    {
        (await _client.CallAsync(authorization)).IsUnauthorized();
        Assert.Contains(_service.Log.Entries, entry => entry.Text.Contains(nameof(TokenFault.NoToken), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("!.!.!")]
    [InlineData("e30.e30=.e30")]
    [InlineData("W10.W10.AA")]
    public async Task K6_1_Anything_but_three_base64url_parts_with_objects_is_refused(string token) => await IsRefusedAsync(token, TokenFault.Malformed);

    [Fact]
    public async Task K6_1_A_token_above_the_size_limit_is_refused() =>
        await IsRefusedAsync(new TestToken().With("padding", new string('x', 9_000)), TokenFault.Malformed);

    [Fact]
    public async Task K6_1_Duplicate_claims_are_refused()
    {
        string[] parts = new TestToken().ToString().Split('.');
        string twice = TestKey.Text("{\"iss\":\"a\",\"iss\":\"b\"}"u8.ToArray());
        await IsRefusedAsync($"{parts[0]}.{twice}.{parts[2]}", TokenFault.Malformed);
    }

    [Fact]
    public async Task K6_1_A_critical_extension_that_is_not_understood_is_refused() =>
        await IsRefusedAsync(new TestToken().WithHeader("crit", new JsonArray("b64")), TokenFault.CriticalExtension);

    [Theory]
    [InlineData(null)]
    [InlineData("JOSE")]
    [InlineData("at+jwt")]
    public async Task K6_2_The_type_has_to_be_JWT(string? type) => await IsRefusedAsync(new TestToken().WithHeader("typ", type), TokenFault.Type);

    [Fact]
    public async Task K6_2_The_type_is_matched_without_regard_to_case() => Assert.Equal(200, (await _client.CallAsync(new TestToken().WithHeader("typ", "jwt"))).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("https://other.example.org")]
    [InlineData("https://ehr.example.org/")]
    public async Task K6_3_K11_Only_configured_issuers_are_known(string? issuer) => await IsRefusedAsync(new TestToken().With("iss", issuer), TokenFault.Issuer);

    [Fact]
    public async Task K6_3_A_key_set_address_that_is_not_registered_is_refused() =>
        await IsRefusedAsync(new TestToken().WithHeader("jku", "https://evil.example.org/jwks.json"), TokenFault.KeySetAddress);

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public async Task K6_4_The_key_is_found_by_its_id(string? id) => await IsRefusedAsync(new TestToken().WithHeader("kid", id), TokenFault.Key);

    [Fact]
    public async Task K6_5_A_signature_of_another_key_is_refused() =>
        await IsRefusedAsync(new TestToken { Key = TestKey.Impostor }, TokenFault.Signature);

    [Fact]
    public async Task K6_5_A_changed_payload_is_refused()
    {
        string[] parts = new TestToken().ToString().Split('.');
        string other = new TestToken().With("jti", "x").ToString().Split('.')[1];
        await IsRefusedAsync($"{parts[0]}.{other}.{parts[2]}", TokenFault.Signature);
    }

    [Theory]
    [InlineData("https://cds.example.org/base/cds-services/myeloma-patient-view/")]
    [InlineData("https://CDS.example.org:443/base/cds-services/myeloma-patient-view")]
    public async Task K6_6_One_slash_at_the_end_and_the_case_of_the_host_make_no_difference(string audience) =>
        Assert.Equal(200, (await _client.CallAsync(new TestToken().With("aud", audience))).Status);

    [Fact]
    public async Task K6_6_One_of_several_audiences_is_enough() =>
        Assert.Equal(200, (await _client.CallAsync(new TestToken().With("aud", new JsonArray("https://a.example.org", TestToken.PublicUrl + HookRequests.PatientView)))).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost/cds-services/myeloma-patient-view")]
    [InlineData("https://cds.example.org/base/cds-services")]
    [InlineData("https://cds.example.org/base/cds-services/myeloma-patient-view?x=1")]
    [InlineData("http://cds.example.org/base/cds-services/myeloma-patient-view")]
    public async Task K6_6_The_audience_is_the_public_address_and_not_the_host_header(string? audience) =>
        await IsRefusedAsync(new TestToken().With("aud", audience), TokenFault.Audience);

    [Theory]
    [InlineData("/cds-services/myeloma-patient-view/feedback")]
    [InlineData("/cds-services/myeloma-patient-view")]
    public async Task K6_6_F8_Feedback_accepts_its_own_address_and_that_of_the_service(string path)
    {
        Answer answer = await _client.CallAsync("Bearer " + new TestToken().For(path), "/cds-services/myeloma-patient-view/feedback", new JsonObject { ["feedback"] = new JsonArray() });
        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task F8_Feedback_without_a_token_is_401() =>
        (await _client.CallAsync(null, "/cds-services/myeloma-patient-view/feedback", new JsonObject { ["feedback"] = new JsonArray() })).IsUnauthorized();

    [Theory]
    [InlineData("exp", null)]
    [InlineData("exp", -61)]
    [InlineData("iat", null)]
    [InlineData("iat", 61)]
    [InlineData("nbf", 61)]
    public async Task K6_7_Times_have_to_fit(string claim, int? seconds)
    {
        TestToken token = new TestToken().With("iat", TestToken.Seconds(-200)).With("exp", TestToken.Seconds(100));
        await IsRefusedAsync(token.With(claim, seconds is { } s ? TestToken.Seconds(s) : null), TokenFault.Time);
    }

    [Theory]
    [InlineData("exp", -59)]
    [InlineData("iat", 59)]
    [InlineData("nbf", 59)]
    public async Task K6_7_Clocks_may_differ_by_less_than_a_minute(string claim, int seconds)
    {
        TestToken token = new TestToken().With("iat", TestToken.Seconds(-200)).With("exp", TestToken.Seconds(100));
        Assert.Equal(200, (await _client.CallAsync(token.With(claim, TestToken.Seconds(seconds)))).Status);
    }

    [Theory]
    [InlineData("\"1795132800\"")]
    [InlineData("1e400")]
    [InlineData("-5")]
    [InlineData("true")]
    public async Task K6_7_A_time_that_is_no_number_of_seconds_is_refused(string exp) =>
        await IsRefusedAsync(new TestToken().With("exp", JsonNode.Parse(exp)), TokenFault.Time);

    [Fact]
    public async Task K6_7_A_life_of_more_than_an_hour_is_refused() => await IsRefusedAsync(new TestToken().With("exp", TestToken.Seconds(3_601)), TokenFault.Lifetime);

    [Theory]
    [InlineData(20)]
    [InlineData(19)]
    public async Task A_token_that_expires_when_it_was_issued_or_before_is_refused(int expires) =>
        await IsRefusedAsync(new TestToken().With("iat", TestToken.Seconds(20)).With("exp", TestToken.Seconds(expires)), TokenFault.Lifetime);

    [Fact]
    public async Task K6_9_A_token_is_good_for_one_call()
    {
        TestToken token = new();
        Assert.Equal(200, (await _client.CallAsync(token)).Status);
        await IsRefusedAsync(token, TokenFault.Replay);
        Assert.Equal(200, (await _client.CallAsync(new TestToken())).Status);
    }

    [Fact]
    public async Task K6_9_Of_parallel_calls_with_one_token_one_is_answered()
    {
        string token = "Bearer " + new TestToken();
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.CallAsync(token)));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(7, answers.Count(answer => answer.Status == 401));
    }

    [Fact]
    public async Task K6_9_A_token_without_id_is_refused() => await IsRefusedAsync(new TestToken().With("jti", null), TokenFault.Replay);

    [Fact]
    public async Task A_refused_token_does_not_use_up_its_id()
    {
        TestToken token = new TestToken().With("aud", "https://other.example.org");
        await IsRefusedAsync(token, TokenFault.Audience);
        Assert.Equal(200, (await _client.CallAsync(token.For(HookRequests.PatientView))).Status);
    }

    [Fact]
    public async Task K10_Tokens_are_never_logged()
    {
        string good = new TestToken().ToString(), bad = new TestToken { Key = TestKey.Impostor }.ToString();
        await _client.CallAsync("Bearer " + good);
        await _client.CallAsync("Bearer " + bad);
        string log = string.Join('\n', _service.Log.Entries.Select(entry => entry.Text));
        Assert.DoesNotContain(good.Split('.')[2], log, StringComparison.Ordinal);
        Assert.DoesNotContain(bad.Split('.')[2], log, StringComparison.Ordinal);
        Assert.DoesNotContain(good.Split('.')[1], log, StringComparison.Ordinal);
    }

    private async Task IsRefusedAsync(TestToken token, TokenFault reason) => await IsRefusedAsync(token.ToString(), reason);

    /// <summary>401 with the same words whatever the reason; the reason is in the log and only there.</summary>
    private async Task IsRefusedAsync(string token, TokenFault reason)
    {
        (await _client.CallAsync("Bearer " + token)).IsUnauthorized();
        Assert.Contains(_service.Log.Entries, entry => entry.Text.Contains($": {reason} (", StringComparison.Ordinal));
    }
}
