using System.Buffers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Limits;

/// <summary>Memory and time that bodies may take, whatever they claim and however bad they are.</summary>
public sealed class BodyLimitTests
{
    private static readonly CleanJson Json = new(Options.Create(new CdsOptions()));

    [Fact]
    public async Task Bodies_that_are_only_claimed_take_no_room_from_honest_ones()
    {
        await using var service = new KestrelService(("Cds:MaxBodyBytes", "1000000"), ("Cds:Limits:BytesInFlight", "1000000"));
        List<TcpClient> claims = [];
        for (int i = 0; i < 30; i++) claims.Add(await service.ConnectAsync(KestrelService.Unfinished(999_999, 1)));
        JsonObject honest = HookRequests.Valid().With("padding", new string('x', 500_000));
        Assert.Equal(200, (await service.CreateClient().PostJsonAsync(HookRequests.PatientView, honest)).Status);
        foreach (TcpClient claim in claims) claim.Dispose();
    }

    [Fact]
    public async Task Bodies_that_are_more_than_fits_together_get_503_with_retry_after_and_the_next_call_works()
    {
        await using var service = new KestrelService(("Cds:MaxBodyBytes", "1000000"), ("Cds:Limits:BytesInFlight", "1000000"));
        HttpClient client = service.CreateClient();
        JsonObject large = HookRequests.Valid().With("padding", new string('x', 500_000));
        BytesInFlight inFlight = service.Services.GetRequiredService<BytesInFlight>();
        using (await service.ConnectAsync(KestrelService.Unfinished(900_000, 700_000)))
        {
            await UntilAsync(() => !HasRoom(inFlight, 500_000));
            Answer refused = await client.PostJsonAsync(HookRequests.PatientView, large);
            refused.IsOperationOutcome(503);
            Assert.Equal("1", refused.Headers["Retry-After"]);
            Assert.Contains("\"overloaded\"", refused.Body, StringComparison.Ordinal);
        }

        // What the other one held is free as soon as it has gone.
        await UntilAsync(() => HasRoom(inFlight, 1_000_000));
        Assert.Equal(200, (await client.PostJsonAsync(HookRequests.PatientView, large)).Status);
    }

    [Fact]
    public void A_body_takes_memory_for_what_has_arrived()
    {
        using ServiceProvider parts = Parts(10_000_000);
        using var body = new BodyBytes(parts.GetRequiredService<BytesInFlight>());
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(body.TryAppend(new ReadOnlySequence<byte>(new byte[1])));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(16 * 1024 + 1)]
    [InlineData(1_500_000)]
    public void A_body_comes_out_as_it_arrived_and_gives_its_room_back(int length)
    {
        using ServiceProvider parts = Parts(length);
        var inFlight = parts.GetRequiredService<BytesInFlight>();
        byte[] sent = new byte[length];
        new Random(1).NextBytes(sent);
        using (var body = new BodyBytes(inFlight))
        {
            for (int at = 0; at < length; at += 7_000) Assert.True(body.TryAppend(new ReadOnlySequence<byte>(sent.AsMemory(at, Math.Min(7_000, length - at)))));
            Assert.False(inFlight.TryTake(1));
            Assert.True(body.Join().Span.SequenceEqual(sent));
        }

        Assert.True(inFlight.TryTake(length));
    }

    [Fact]
    public void Ten_megabytes_of_nesting_before_half_a_surrogate_are_too_deep_and_cost_next_to_nothing()
    {
        byte[] body = Encoding.ASCII.GetBytes(new string('[', 9_999_900) + "\"\\ud800\"");
        long before = GC.GetAllocatedBytesForCurrentThread();
        RequestProblem problem = Json.FindFault(body)!;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(ProblemKind.TooDeep, problem.Kind);
    }

    [Theory]
    [InlineData(128, "malformed-json")]
    [InlineData(129, "too-deeply-nested")]
    public void Half_a_surrogate_is_named_as_deep_as_bodies_may_go(int depth, string slug)
    {
        RequestProblem problem = Json.FindFault(Encoding.ASCII.GetBytes(new string('[', depth) + "\"\\ud800\"" + new string(']', depth)))!;
        Assert.Equal(slug, problem.Kind.Slug);
    }

    private static bool HasRoom(BytesInFlight inFlight, int bytes)
    {
        if (!inFlight.TryTake(bytes)) return false;
        inFlight.Return(bytes);
        return true;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo()) await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Parts(long bytes)
    {
        var settings = new CdsOptions();
        settings.Limits.BytesInFlight = bytes;
        return new ServiceCollection().AddMetrics().AddSingleton(Options.Create(settings)).AddSingleton<LimitMetrics>().AddSingleton<BytesInFlight>().BuildServiceProvider();
    }
}
