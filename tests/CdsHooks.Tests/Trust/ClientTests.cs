using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Trust;
using Microsoft.Extensions.Time.Testing;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>What configuration says of each client, and which routes need a token.</summary>
public sealed class ClientTests
{
    private const string Feedback = "/cds-services/myeloma-patient-view/feedback";

    [Theory]
    [InlineData("a", 200)]
    [InlineData("b", 200)]
    [InlineData("c", 401)]
    [InlineData(null, 401)]
    public async Task K6_8_Tenants_are_those_configured(string? tenant, int status)
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Trust:Clients:0:Tenants:0", "a"), ("Cds:Trust:Clients:0:Tenants:1", "b"));
        Assert.Equal(status, (await service.CreateClient().CallAsync(new TestToken().With("tenant", tenant))).Status);
    }

    [Fact]
    public async Task K11_A_further_client_is_a_change_of_the_configuration()
    {
        TestToken token = new TestToken().With("iss", "https://other.example.org");
        await using ConfiguredService one = TrustedService.Start();
        (await one.CreateClient().CallAsync(token)).IsUnauthorized();
        await using ConfiguredService two = TrustedService.Start(("Cds:Trust:Clients:1:Issuer", "https://other.example.org"), ("Cds:Trust:Clients:1:Jwks", TestKey.Set(TestKey.P256, TestKey.P384)));
        Assert.Equal(200, (await two.CreateClient().CallAsync(token)).Status);
    }

    [Fact]
    public async Task A_client_may_be_limited_to_some_services_and_gets_403_from_others()
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Trust:Clients:0:Services:0", "myeloma-order-sign"));
        (await service.CreateClient().CallAsync(new TestToken())).IsOperationOutcome(403);
    }

    [Fact]
    public async Task K5_The_accepted_signatures_can_be_narrowed()
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Trust:Clients:0:Algorithms:0", "RS384"));
        HttpClient client = service.CreateClient();
        (await client.CallAsync(new TestToken())).IsUnauthorized();
        Assert.Equal(200, (await client.CallAsync(new TestToken().Signed(TestKey.Rsa2048, "RS384"))).Status);
    }

    [Fact]
    public async Task K9_Replay_protection_can_be_switched_off_for_a_test_kit()
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Trust:Clients:0:ReplayProtection", "false"));
        HttpClient client = service.CreateClient();
        TestToken token = new();
        Assert.Equal(200, (await client.CallAsync(token)).Status);
        Assert.Equal(200, (await client.CallAsync(token)).Status);
    }

    [Fact]
    public async Task B3_A_jku_can_be_named_whose_keys_are_configured_here_and_never_fetched()
    {
        const string Jku = "https://sandbox.example.org/.well-known/jwks.json";
        await using ConfiguredService service = TrustedService.Start(("Cds:Trust:Clients:0:Jku", Jku));
        Assert.Equal(200, (await service.CreateClient().CallAsync(new TestToken().WithHeader("jku", Jku))).Status);
    }

    [Fact]
    public async Task D14_Discovery_is_open_unless_it_is_protected()
    {
        await using ConfiguredService open = TrustedService.Start();
        Assert.Equal(200, (await open.CreateClient().GetAnswerAsync("/cds-services")).Status);

        await using ConfiguredService closed = TrustedService.Start(("Cds:Trust:ProtectDiscovery", "true"));
        HttpClient client = closed.CreateClient();
        (await client.GetAnswerAsync("/cds-services")).IsUnauthorized();
        Assert.Equal(401, (await client.SendAsync(HttpMethod.Head, "/cds-services")).Status);
        Assert.Equal(200, (await client.SendJsonAsync(HttpMethod.Get, "/cds-services", "Bearer " + new TestToken().For("/cds-services"), null)).Status);
    }

    [Theory]
    [InlineData("POST", HookRequests.PatientView)]
    [InlineData("POST", Feedback)]
    [InlineData("POST", "/assessments")]
    [InlineData("GET", "/feedback/summary")]
    [InlineData("HEAD", "/feedback/summary")]
    [InlineData("GET", "/assessments")]
    public async Task K3_What_could_reveal_patient_data_needs_a_token(string method, string url)
    {
        await using ConfiguredService service = TrustedService.Start();
        Answer answer = await service.CreateClient().SendJsonAsync(new HttpMethod(method), url, null, method == "POST" ? new JsonObject() : null);
        Assert.Equal(401, answer.Status);
        Assert.Equal("Bearer", answer.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("GET", "/knowledge", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("POST", "/cds-services/unknown", 404)]
    [InlineData("GET", HookRequests.PatientView, 405)]
    public async Task What_holds_no_patient_data_needs_none(string method, string url, int status)
    {
        await using ConfiguredService service = TrustedService.Start();
        Assert.Equal(status, (await service.CreateClient().SendAsync(new HttpMethod(method), url)).Status);
    }

    [Theory]
    [InlineData("/cds-services")]
    [InlineData(HookRequests.PatientView)]
    [InlineData(Feedback)]
    public async Task K12_X1_Preflights_need_no_token(string url)
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Cors:Origins:0", "https://ehr.example.org"), ("Cds:Trust:ProtectDiscovery", "true"));
        Answer answer = await service.CreateClient().SendAsync(HttpMethod.Options, url, ("Origin", "https://ehr.example.org"),
            ("Access-Control-Request-Method", url == "/cds-services" ? "GET" : "POST"), ("Access-Control-Request-Headers", "authorization,content-type"));
        Assert.Equal(204, answer.Status);
        Assert.Equal("https://ehr.example.org", answer.Headers["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task X2_A_401_carries_the_origin_so_that_the_browser_shows_it()
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Cors:Origins:0", "https://ehr.example.org"));
        Answer answer = await service.CreateClient().SendAsync(HttpMethod.Post, HookRequests.PatientView, ("Origin", "https://ehr.example.org"));
        Assert.Equal(401, answer.Status);
        Assert.Equal("https://ehr.example.org", answer.Headers["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task K6_6_The_public_path_is_part_of_the_audience_also_when_a_proxy_passes_it_on()
    {
        await using ConfiguredService service = TrustedService.Start();
        Assert.Equal(200, (await service.CreateClient().CallAsync("Bearer " + new TestToken(), "/base" + HookRequests.PatientView)).Status);
    }

    [Fact]
    public async Task Assessments_can_be_called_with_a_token_for_them()
    {
        await using ConfiguredService service = TrustedService.Start();
        JsonObject bundle = HookRequests.Bundle(new JsonObject { ["resourceType"] = "Patient", ["id"] = "p1" });
        Assert.Equal(200, (await service.CreateClient().CallAsync("Bearer " + new TestToken().For("/assessments"), "/assessments", bundle)).Status);
    }

    [Fact]
    public async Task A_client_that_calls_too_often_gets_429_with_retry_after_and_others_do_not()
    {
        await using ConfiguredService service = TrustedService.Start(
            ("Cds:Trust:RequestsPerMinute", "2"),
            ("Cds:Trust:Clients:1:Issuer", "https://other.example.org"),
            ("Cds:Trust:Clients:1:Jwks", TestKey.Set(TestKey.P384)),
            ("Cds:Trust:Clients:1:RequestsPerMinute", "100"));
        HttpClient client = service.CreateClient();
        for (int i = 0; i < 2; i++) Assert.Equal(200, (await client.CallAsync(new TestToken())).Status);
        Answer refused = await client.CallAsync(new TestToken());
        refused.IsOperationOutcome(429);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        for (int i = 0; i < 3; i++) Assert.Equal(200, (await client.CallAsync(new TestToken().With("iss", "https://other.example.org"))).Status);
    }

    [Fact]
    public async Task Many_refused_tokens_of_one_address_get_429_while_valid_ones_go_on()
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Trust:RefusalsPerMinute", "3"));
        HttpClient client = service.CreateClient();
        for (int i = 0; i < 3; i++) (await client.CallAsync("Bearer nonsense")).IsUnauthorized();
        Answer refused = await client.CallAsync("Bearer nonsense");
        refused.IsOperationOutcome(429);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(3, service.Log.Entries.Count(entry => entry.Text.Contains("Token refused", StringComparison.Ordinal)));
        Assert.Equal(200, (await client.CallAsync(new TestToken())).Status);
    }

    [Fact]
    public async Task A_client_with_too_many_calls_under_way_gets_429()
    {
        using var entered = new SemaphoreSlim(0);
        var release = new TaskCompletionSource();
        await using LocalServer slow = await LocalServer.StartAsync(async context =>
        {
            entered.Release();
            await release.Task;
            await FhirAccess.FhirBench.AnswerAsync(context);
        });
        await using var service = new ConfiguredService("Development",
            ("Cds:Trust:ConcurrentRequests", "1"), ("Cds:FhirAccess:AllowHttp", "true"), ("Cds:FhirAccess:Servers:0", slow.Url), ("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8"));
        HttpClient client = service.CreateClient();
        JsonObject request = HookRequests.Valid().With("fhirServer", slow.Url).With("fhirAuthorization", new JsonObject
        {
            ["access_token"] = "t", ["token_type"] = "Bearer", ["expires_in"] = 60, ["scope"] = "patient/*.rs", ["subject"] = "s",
        });
        Task<Answer> first = client.PostJsonAsync(HookRequests.PatientView, request);
        Assert.True(await entered.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        Answer second = await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        release.SetResult();
        second.IsOperationOutcome(429);
        Assert.Equal("1", second.Headers["Retry-After"]);
        Assert.Equal(200, (await first).Status);
        Assert.Equal(200, (await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid())).Status);
    }

    [Theory]
    [InlineData(TestToken.Issuer, 200)]
    [InlineData("https://other.example.org", 412)]
    public async Task A6_A_fhir_server_is_bound_to_the_client_that_it_is_configured_for(string issuer, int status)
    {
        await using LocalServer fhir = await LocalServer.StartAsync(FhirAccess.FhirBench.AnswerAsync);
        await using var service = new ConfiguredService("Staging",
            ("Cds:PublicBaseUrl", TestToken.PublicUrl),
            ("Cds:FhirAccess:AllowHttp", "true"),
            ("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8"),
            ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer),
            ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P384)),
            ("Cds:Trust:Clients:0:FhirServers:0", fhir.Url + "/fhir"),
            ("Cds:Trust:Clients:1:Issuer", "https://other.example.org"),
            ("Cds:Trust:Clients:1:Jwks", TestKey.Set(TestKey.P384)));
        JsonObject request = HookRequests.Valid().Without("prefetch").With("fhirServer", fhir.Url + "/fhir").With("fhirAuthorization", new JsonObject
        {
            ["access_token"] = "t", ["token_type"] = "Bearer", ["expires_in"] = 60, ["scope"] = "patient/*.rs", ["subject"] = "s",
        });
        Answer answer = await service.CreateClient().CallAsync("Bearer " + new TestToken().With("iss", issuer), HookRequests.PatientView, request);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200, !fhir.Requests.IsEmpty);
    }

    [Fact]
    public async Task A_used_token_is_forgotten_when_it_has_expired_anyway()
    {
        var time = new FakeTimeProvider(TestService.Now);
        IReplayMemory memory = new ProcessReplayMemory(time);
        Assert.True(await UseAsync("a", 5));
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.False(await UseAsync("a", 5));
        Assert.True(await UseAsync("b", 5));
        time.Advance(TimeSpan.FromMinutes(6));
        Assert.True(await UseAsync("a", 15));

        ValueTask<bool> UseAsync(string client, int minutes) =>
            memory.TryRememberAsync(client, "1", TestService.Now.AddMinutes(minutes), TestContext.Current.CancellationToken);
    }
}
