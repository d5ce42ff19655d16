using System.Text;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Trust;
using Microsoft.AspNetCore.Http;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>K6.4, K7: key sets that are fetched, cached and rotated.</summary>
public sealed class KeySetTests
{
    private readonly KeyBench _bench = new();

    [Fact]
    public async Task K7_The_key_set_is_fetched_once_and_kept()
    {
        await using LocalServer keys = await KeyBench.ServeAsync(() => TestKey.Set(TestKey.P384));
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        for (int i = 0; i < 3; i++) Assert.Equal(200, (await client.CallAsync(_bench.Token(keys))).Status);
        Assert.Single(keys.Requests);
        Assert.Equal("", keys.Requests.Single().Authorization);
    }

    [Fact]
    public async Task K7_The_key_set_is_fetched_again_when_its_time_is_over()
    {
        await using LocalServer keys = await KeyBench.ServeAsync(() => TestKey.Set(TestKey.P384));
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        await client.CallAsync(_bench.Token(keys));
        _bench.Time.Advance(TimeSpan.FromMinutes(61));
        await KeyBench.HasReadAsync(service, 2);
        Assert.Equal(200, (await client.CallAsync(_bench.Token(keys))).Status);
        Assert.Equal(2, keys.Requests.Count);
    }

    [Fact]
    public async Task K6_4_An_unknown_key_makes_the_set_be_read_again_but_not_more_than_once_a_minute()
    {
        string set = TestKey.Set(TestKey.P384);
        await using LocalServer keys = await KeyBench.ServeAsync(() => set);
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        Assert.Equal(200, (await client.CallAsync(_bench.Token(keys))).Status);

        set = TestKey.Set(TestKey.P384, TestKey.P256);
        (await client.CallAsync(_bench.Token(keys).Signed(TestKey.P256, "ES256"))).IsUnauthorized();
        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, (await client.CallAsync(_bench.Token(keys).Signed(TestKey.P256, "ES256"))).Status);
        for (int i = 0; i < 5; i++) (await client.CallAsync(_bench.Token(keys).WithHeader("kid", "made-up-" + i))).IsUnauthorized();
        Assert.Equal(2, keys.Requests.Count);
    }

    [Fact]
    public async Task K6_4_A_key_taken_out_of_the_set_is_good_no_longer_once_the_set_is_read_again()
    {
        string set = TestKey.Set(TestKey.P384);
        await using LocalServer keys = await KeyBench.ServeAsync(() => set);
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        await client.CallAsync(_bench.Token(keys));
        set = TestKey.Set(TestKey.P256);
        _bench.Time.Advance(TimeSpan.FromMinutes(61));
        await KeyBench.HasReadAsync(service, 2);
        (await client.CallAsync(_bench.Token(keys))).IsUnauthorized();
    }

    [Fact]
    public async Task K7_When_the_set_cannot_be_read_again_the_known_keys_go_on_for_a_day()
    {
        bool broken = false;
        await using LocalServer keys = await LocalServer.StartAsync(context =>
        {
            if (broken) context.Response.StatusCode = 500;
            return context.Response.WriteAsync(broken ? "" : TestKey.Set(TestKey.P384), context.RequestAborted);
        });
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        await client.CallAsync(_bench.Token(keys));
        broken = true;
        _bench.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(200, (await client.CallAsync(_bench.Token(keys))).Status);
        _bench.Time.Advance(TimeSpan.FromHours(23));
        (await client.CallAsync(_bench.Token(keys))).IsUnauthorized();
    }

    [Fact]
    public async Task K7_A_key_set_is_not_fetched_through_a_redirect()
    {
        await using LocalServer elsewhere = await KeyBench.ServeAsync(() => TestKey.Set(TestKey.P384));
        await using LocalServer keys = await LocalServer.StartAsync(context =>
        {
            context.Response.Redirect(elsewhere.Url);
            return Task.CompletedTask;
        });
        await using ConfiguredService service = _bench.Start(keys);
        (await service.CreateClient().CallAsync(_bench.Token(keys))).IsUnauthorized();
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task K7_A_key_set_above_the_size_limit_is_not_used()
    {
        await using LocalServer keys = await KeyBench.ServeAsync(() => TestKey.Set(TestKey.P384) + new string(' ', 300_000));
        await using ConfiguredService service = _bench.Start(keys);
        (await service.CreateClient().CallAsync(_bench.Token(keys))).IsUnauthorized();
    }

    [Fact]
    public async Task K7_An_address_that_a_token_names_is_never_fetched()
    {
        await using LocalServer evil = await KeyBench.ServeAsync(() => TestKey.Set(TestKey.P384));
        await using ConfiguredService service = TrustedService.Start();
        (await service.CreateClient().CallAsync(new TestToken().WithHeader("jku", evil.Url))).IsUnauthorized();
        Assert.Empty(evil.Requests);
    }

    [Fact]
    public async Task K7_Key_sets_on_private_addresses_are_fetched_only_when_the_network_is_allowed()
    {
        await using LocalServer keys = await KeyBench.ServeAsync(() => TestKey.Set(TestKey.P384));
        await using ConfiguredService service = _bench.Start(keys, ("Cds:Outbound:AllowedNetworks:0", "10.0.0.0/8"));
        (await service.CreateClient().CallAsync(_bench.Token(keys))).IsUnauthorized();
        Assert.Empty(keys.Requests);
    }

    [Theory]
    [InlineData("use", "\"enc\"")]
    [InlineData("alg", "\"ES256\"")]
    [InlineData("key_ops", "[\"sign\"]")]
    [InlineData("kty", "\"oct\"")]
    [InlineData("crv", "\"P-256\"")]
    [InlineData("x", "\"AAAA\"")]
    [InlineData("x", "7")]
    public void K6_4_Keys_for_something_else_or_broken_keys_are_not_used(string member, string json)
    {
        JsonObject key = TestKey.P384.Jwk();
        key[member] = JsonNode.Parse(json);
        ClientKeySet set = ClientKeySet.Parse(Encoding.UTF8.GetBytes(new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString()))!;
        Assert.Empty(set.Find(TestKey.P384.Id, AcceptedSignature.Find("ES384")!));
    }

    [Fact]
    public void RSA_keys_of_less_than_2048_bits_are_not_used() =>
        Assert.Empty(ClientKeySet.Parse(Encoding.UTF8.GetBytes(TestKey.Set(TestKey.Rsa1024)))!.Keys);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"keys\":7}")]
    [InlineData("{\"keys\":[],\"keys\":[]}")]
    [InlineData("<html></html>")]
    public void Anything_else_is_no_key_set(string text) => Assert.Null(ClientKeySet.Parse(Encoding.UTF8.GetBytes(text)));
}
