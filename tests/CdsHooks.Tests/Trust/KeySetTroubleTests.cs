using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cds.CdsHooks.Tests.Trust;

/// <summary>Key endpoints that are slow, fail or hang, callers that give up, and strangers: honest calls go on.</summary>
public sealed class KeySetTroubleTests
{
    private readonly KeyBench _bench = new();

    [Fact]
    public async Task A_caller_that_hangs_up_during_the_fetch_takes_nothing_from_the_next_one()
    {
        var answer = new TaskCompletionSource();
        await using LocalServer keys = await SlowAsync(answer.Task);
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        await KeyBench.UntilAsync(() => !keys.Requests.IsEmpty);
        for (int i = 0; i < 8; i++) await GivesUpAsync(client, _bench.Token(keys));
        Task<Answer> next = client.CallAsync(_bench.Token(keys));
        answer.SetResult();
        Assert.Equal(200, (await next).Status);
        Assert.Single(keys.Requests);
    }

    [Fact]
    public async Task Strangers_with_made_up_keys_who_hang_up_do_not_keep_honest_callers_out()
    {
        var answer = new TaskCompletionSource();
        await using LocalServer keys = await SlowAsync(answer.Task);
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        await KeyBench.UntilAsync(() => !keys.Requests.IsEmpty);
        for (int i = 0; i < 38; i++) await GivesUpAsync(client, Stranger(keys, i));
        answer.SetResult();
        for (int i = 0; i < 7; i++) Assert.Equal(200, (await client.CallAsync(_bench.Token(keys))).Status);
    }

    [Fact]
    public async Task A_failure_that_a_stranger_met_is_over_for_everybody_after_a_second()
    {
        bool broken = true;
        await using LocalServer keys = await LocalServer.StartAsync(context => AnswerUnlessAsync(context, () => broken));
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        await KeyBench.HasFailedAsync(service, 1);
        for (int i = 0; i < 38; i++) (await client.CallAsync(Stranger(keys, i))).IsUnauthorized();
        Assert.Single(keys.Requests);
        broken = false;
        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await client.CallAsync(_bench.Token(keys))).Status);
    }

    [Fact]
    public async Task Pauses_after_failures_grow_up_to_the_configured_interval()
    {
        await using LocalServer keys = await LocalServer.StartAsync(context => AnswerUnlessAsync(context, () => true));
        await using ConfiguredService service = _bench.Start(keys, ("Cds:Trust:KeyReloadInterval", "00:00:04"));
        _ = service.CreateClient();
        int failures = 1;
        await KeyBench.HasFailedAsync(service, failures);
        foreach (int seconds in new[] { 1, 2, 4, 4 })
        {
            _bench.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(failures, keys.Requests.Count);
            _bench.Time.Advance(TimeSpan.FromMilliseconds(1));
            await KeyBench.HasFailedAsync(service, ++failures);
        }
    }

    [Fact]
    public async Task An_endpoint_that_hangs_does_not_hold_callers_whose_key_is_known()
    {
        var answer = new TaskCompletionSource();
        bool hangs = false;
        await using LocalServer keys = await LocalServer.StartAsync(async context =>
        {
            if (hangs) await answer.Task.WaitAsync(context.RequestAborted);
            await KeyBench.AnswerAsync(context, TestKey.Set(TestKey.P384));
        });
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        await KeyBench.HasReadAsync(service, 1);
        hangs = true;
        _bench.Time.Advance(TimeSpan.FromMinutes(61));
        await KeyBench.UntilAsync(() => keys.Requests.Count == 2);
        Task<Answer> unknown = client.CallAsync(Stranger(keys, 1));
        for (int i = 0; i < 5; i++) Assert.Equal(200, (await client.CallAsync(_bench.Token(keys))).Status);
        Assert.False(unknown.IsCompleted);
        answer.SetResult();
        (await unknown).IsUnauthorized();
        Assert.Equal(2, keys.Requests.Count);
    }

    [Fact]
    public async Task A_clock_set_back_an_hour_does_not_stop_new_keys_from_being_read()
    {
        string set = TestKey.Set(TestKey.P384);
        await using LocalServer keys = await KeyBench.ServeAsync(() => set);
        await using ConfiguredService service = _bench.Start(keys);
        HttpClient client = service.CreateClient();
        await KeyBench.HasReadAsync(service, 1);
        _bench.Time.Set(TimeSpan.FromHours(-1));
        set = TestKey.Set(TestKey.P384, TestKey.P256);
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await client.CallAsync(_bench.Token(keys).Signed(TestKey.P256, "ES256"))).Status);
    }

    [Fact]
    public async Task A_call_that_is_told_to_wait_may_be_sent_again_with_the_same_token()
    {
        await using ConfiguredService service = TrustedService.Start(("Cds:Trust:RequestsPerMinute", "1"));
        HttpClient client = service.CreateClient();
        Assert.Equal(200, (await client.CallAsync(new TestToken())).Status);
        TestToken token = new();
        for (int i = 0; i < 2; i++) (await client.CallAsync(token)).IsOperationOutcome(429);
    }

    private TestToken Stranger(LocalServer keys, int number) => new TestToken { Key = TestKey.Impostor }
        .WithHeader("kid", "made-up-" + number).WithHeader("jku", keys.Url + "/jwks.json").With("iat", _bench.Token(keys).Payload["iat"]!.DeepClone());

    private static Task<LocalServer> SlowAsync(Task answer) => LocalServer.StartAsync(async context =>
    {
        await answer.WaitAsync(context.RequestAborted);
        await KeyBench.AnswerAsync(context, TestKey.Set(TestKey.P384));
    });

    private static Task AnswerUnlessAsync(HttpContext context, Func<bool> isBroken)
    {
        if (!isBroken()) return KeyBench.AnswerAsync(context, TestKey.Set(TestKey.P384));
        context.Response.StatusCode = 500;
        return Task.CompletedTask;
    }

    /// <summary>Calls and hangs up after a moment.</summary>
    private static async Task GivesUpAsync(HttpClient client, TestToken token)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(HookRequests.PatientView, UriKind.Relative))
        {
            Content = new StringContent(HookRequests.Valid().ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(request, patience.Token));
    }
}
