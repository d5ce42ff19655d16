using System.Text.Json.Nodes;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Limits;

/// <summary>How much is evaluated at once, how much of one patient, and for how long.</summary>
public sealed class WorkLimitTests
{
    [Fact]
    public async Task Who_finds_no_place_waits_and_who_finds_no_room_to_wait_is_told_to_come_again()
    {
        using ServiceProvider parts = Parts(places: 1, waiting: 1);
        WorkPlaces places = parts.GetRequiredService<WorkPlaces>();
        using var begun = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        Task<Outcome<string>> first = Task.Run(async () => await places.DoAsync<string>(() => Hold(begun, end), CancellationToken.None), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        ValueTask<Outcome<string>> second = places.DoAsync<string>(() => "second", CancellationToken.None);
        Assert.False(second.IsCompleted);
        Outcome<string> third = await places.DoAsync<string>(() => "third", CancellationToken.None);
        Assert.Equal(ProblemKind.Overloaded, third.Problem!.Kind);
        Assert.NotNull(third.Problem.RetryAfter);
        end.Set();
        Assert.Equal("first", (await first).Value);
        Assert.Equal("second", (await second).Value);
    }

    [Fact]
    public async Task Work_that_nobody_waits_for_any_more_is_not_begun()
    {
        using ServiceProvider parts = Parts(places: 1, waiting: 1);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        bool isDone = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await parts.GetRequiredService<WorkPlaces>().DoAsync<string>(() => (isDone = true).ToString(), gone.Token));
        Assert.False(isDone);
    }

    [Fact]
    public async Task Probes_are_answered_while_every_place_is_taken_and_calls_wait()
    {
        await using var service = new ConfiguredService("Development", ("Cds:Limits:WorkPlaces", "2"), ("Cds:Limits:WorkWaiting", "50"));
        HttpClient client = service.CreateClient();
        WorkPlaces places = service.Services.GetRequiredService<WorkPlaces>();
        using var end = new ManualResetEventSlim();
        using var begun = new CountdownEvent(2);
        Task[] work = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(async () => await places.DoAsync<string>(() => Hold(begun, end), CancellationToken.None), TestContext.Current.CancellationToken))];
        begun.Wait(TestContext.Current.CancellationToken);
        Task<Answer>[] calls = [.. Enumerable.Range(0, 20).Select(_ => client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid()))];
        Assert.Equal(200, (await client.GetAnswerAsync("/health/live").WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).Status);
        Assert.DoesNotContain(calls, call => call.IsCompleted);
        end.Set();
        await Task.WhenAll(work);
        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal(200, answer.Status));
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 413)]
    public async Task A_patient_with_more_records_than_the_limit_is_413(int records, int status)
    {
        await using var service = new ConfiguredService("Development", ("Cds:Limits:Records", "100"));
        HttpClient client = service.CreateClient();
        JsonNode patient = HookRequests.Valid()["prefetch"]!["patient"]!.DeepClone();
        JsonObject bundle = HookRequests.Bundle([patient, .. Enumerable.Range(1, records - 1).Select(i => HookRequests.Quantity("albumin", i, "g/L", "2026-10-01").With("id", $"o{i}"))]);
        Answer assessed = await client.PostJsonAsync("/assessments?asOf=2026-11-20", bundle);
        Assert.Equal(status, assessed.Status);
        Answer hooked = await client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid().With("prefetch.chemistry", bundle.DeepClone()));
        Assert.Equal(status, hooked.Status);
        if (status == 413) Assert.All([assessed, hooked], answer => Assert.Contains("too-many-records", answer.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_that_takes_longer_than_is_allowed_is_503_with_retry_after()
    {
        await using LocalServer slow = await LocalServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var service = new ConfiguredService("Development",
            ("Cds:Limits:RequestTime", "00:00:01"), ("Cds:RequestTimeout", "00:00:01"), ("Cds:FhirAccess:Budget", "00:00:30"), ("Cds:FhirAccess:AttemptTimeout", "00:00:30"),
            ("Cds:FhirAccess:AllowHttp", "true"), ("Cds:FhirAccess:Servers:0", slow.Url), ("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8"));
        JsonObject request = HookRequests.Valid().With("fhirServer", slow.Url).With("fhirAuthorization", new JsonObject
        {
            ["access_token"] = "t", ["token_type"] = "Bearer", ["expires_in"] = 60, ["scope"] = "patient/*.rs", ["subject"] = "s",
        });
        Answer answer = await service.CreateClient().PostJsonAsync(HookRequests.PatientView, request);
        answer.IsOperationOutcome(503);
        Assert.Equal("5", answer.Headers["Retry-After"]);
    }

    private static Outcome<string> Hold(ManualResetEventSlim begun, ManualResetEventSlim end)
    {
        begun.Set();
        end.Wait();
        return "first";
    }

    private static Outcome<string> Hold(CountdownEvent begun, ManualResetEventSlim end)
    {
        begun.Signal();
        end.Wait();
        return "";
    }

    private static ServiceProvider Parts(int places, int waiting)
    {
        var settings = new CdsOptions();
        settings.Limits.WorkPlaces = places;
        settings.Limits.WorkWaiting = waiting;
        return new ServiceCollection().AddMetrics().AddSingleton(Options.Create(settings)).AddSingleton<LimitMetrics>().AddSingleton<IThreads, PoolThreads>().AddSingleton<WorkPlaces>().BuildServiceProvider();
    }
}
