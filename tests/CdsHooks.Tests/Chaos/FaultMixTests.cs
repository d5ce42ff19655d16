using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.FhirAccess;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Trust;
using Microsoft.AspNetCore.Http;

namespace Cds.CdsHooks.Tests.Chaos;

/// <summary>Everything around the service misbehaves at once: FHIR server, key endpoint, clock. Calls are answered in time, and when all is well again the service is too.</summary>
public sealed class FaultMixTests
{
    private const string NotObtained = "not obtained";

    // Fixed seeds: every run sees the same faults.
#pragma warning disable CA5394
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_FHIR_server_that_fails_in_every_way_costs_no_call_more_than_its_budget(int seed)
    {
        var random = new Random(seed);
        bool broken = true;
        await using FhirBench bench = await FhirBench.StartAsync(
            "Observation",
            context => Volatile.Read(ref broken) ? FailAsync(context, Next(random, 9)) : FhirBench.AnswerAsync(context),
            [.. FhirBench.Hurry, ("Cds:FhirAccess:BreakDuration", "00:00:00.5"), ("Cds:FhirAccess:MaxResponseBytes", "100000")]);
        // The patient is sent along: a server that is left alone must not turn the call away.
        JsonObject request = bench.Request().With("prefetch", HookRequests.Valid()["prefetch"]!.DeepClone());
        for (int round = 0; round < 5; round++)
        {
            foreach (Answer answer in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bench.CallAsync(request)))) Assert.Equal(200, answer.Status);
            Assert.Contains(NotObtained, FhirBench.MissingCard(await bench.CallAsync(request)), StringComparison.Ordinal);
        }

        Volatile.Write(ref broken, false);
        string missing = NotObtained;
        for (int tries = 0; tries < 60 && missing.Contains(NotObtained, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
            missing = FhirBench.MissingCard(await bench.CallAsync(request));
        }

        Assert.DoesNotContain(NotObtained, missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_jumps_and_a_key_endpoint_that_fails_make_no_server_error()
    {
        var bench = new KeyBench();
        var random = new Random(3);
        bool broken = false;
        await using LocalServer keys = await LocalServer.StartAsync(context =>
            Volatile.Read(ref broken) ? FailAsync(context, Next(random, 9)) : KeyBench.AnswerAsync(context, TestKey.Set(TestKey.P384)));
        await using ConfiguredService service = bench.Start(keys);
        HttpClient client = service.CreateClient();
        Assert.Equal(200, (await client.CallAsync(bench.Token(keys))).Status);
        broken = true;
        foreach (double hours in new[] { 1, -1, 0.1, -20, 20, -0.5, 22, -22 })
        {
            bench.Time.Set(TimeSpan.FromHours(hours));
            Assert.Equal(200, (await client.CallAsync(bench.Token(keys))).Status);
            (await client.CallAsync(bench.Token(keys).WithHeader("kid", "made-up"))).IsUnauthorized();
            (await client.CallAsync(bench.Token(keys).With("exp", 1))).IsUnauthorized();
            Answer feedback = await client.CallAsync("Bearer " + bench.Token(keys).For(HookRequests.PatientView + "/feedback"), HookRequests.PatientView + "/feedback", new JsonObject
            {
                ["feedback"] = new JsonArray(new JsonObject { ["card"] = "x", ["outcome"] = "overridden", ["outcomeTimestamp"] = "2026-11-20T08:15:30Z" }),
            });
            Assert.Equal(200, feedback.Status);
        }

        Assert.Equal(200, (await client.GetAnswerAsync("/health/ready")).Status);
    }

    private static int Next(Random random, int choices)
    {
        lock (random) return random.Next(choices);
    }
#pragma warning restore CA5394

    private static async Task FailAsync(HttpContext context, int way)
    {
        switch (way)
        {
            case 0: context.Response.StatusCode = 500; break;
            case 1: context.Response.StatusCode = 429; context.Response.Headers.RetryAfter = "3600"; break;
            case 2: context.Abort(); break;
            case 3: await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default); break;
            case 4: await context.Response.WriteAsync("<html>down for maintenance</html>", context.RequestAborted); break;
            case 5: context.Response.Redirect("http://127.0.0.1:1/elsewhere"); break;
            case 6: await context.Response.WriteAsync("{\"resourceType\":\"Bundle\",\"entry\":[", context.RequestAborted); break;
            case 7: await context.Response.WriteAsync(new string('[', 200_000), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default); break;
            default: context.Response.StatusCode = 204; break;
        }
    }
}
