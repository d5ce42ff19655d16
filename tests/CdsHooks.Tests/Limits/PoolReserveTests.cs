using Cds.CdsHooks.Limits;

namespace Cds.CdsHooks.Tests.Limits;

/// <summary>What holds every thread of the pool is not what a probe waits for.</summary>
[Collection(HoldsThreadPool.Name)]
public sealed class PoolReserveTests
{
    [Fact]
    public void Threads_are_added_only_while_work_waits_and_none_is_finished()
    {
        var threads = new CountedThreads { Fewest = 12, Count = 12, Waiting = 3, Finished = 100 };
        var reserve = new PoolReserve(threads);
        reserve.Look();
        Assert.Equal(12, threads.Fewest);
        reserve.Look();
        Assert.Equal(12 + PoolReserve.AddedAtOnce, threads.Fewest);
        threads.Finished++;
        reserve.Look();
        Assert.Equal(12 + PoolReserve.AddedAtOnce, threads.Fewest);
        threads.Waiting = 0;
        reserve.Look();
        Assert.Equal(12, threads.Fewest);
    }

    [Fact]
    public void It_starts_from_the_threads_there_are_and_has_an_end()
    {
        var threads = new CountedThreads { Fewest = 12, Count = 40, Waiting = 1, Finished = 7 };
        var reserve = new PoolReserve(threads);
        for (int look = 0; look < 2; look++) reserve.Look();
        Assert.Equal(40 + PoolReserve.AddedAtOnce, threads.Fewest);
        for (int look = 0; look < 100; look++) reserve.Look();
        Assert.Equal(PoolReserve.Most, threads.Fewest);
    }

    [Fact]
    public async Task A_probe_is_answered_while_everything_else_holds_the_threads()
    {
        await using var service = new KestrelService();
        using var end = new ManualResetEventSlim();
        int held = ThreadPool.ThreadCount + 200;
        // In the queue that all share, before the probe.
        Task[] holding = [.. Enumerable.Range(0, held).Select(_ => Task.Factory.StartNew(end.Wait, TestContext.Current.CancellationToken, TaskCreationOptions.PreferFairness, TaskScheduler.Default))];
        // Its own thread: a probe comes from outside and waits for nothing here.
        string answer = "";
        var probe = new Thread(() =>
        {
            using System.Net.Sockets.TcpClient connection = new("localhost", service.ClientOptions.BaseAddress.Port);
            connection.GetStream().Write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8);
            using var reader = new StreamReader(connection.GetStream());
            answer = reader.ReadToEnd();
        });
        probe.Start();
        bool isAnswered = probe.Join(TimeSpan.FromSeconds(45));
        end.Set();
        await Task.WhenAll(holding);
        Assert.True(isAnswered, "The probe waited for the threads that were held.");
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
    }

    private sealed class CountedThreads : IThreads
    {
        public int Count { get; init; }

        public long Waiting { get; set; }

        public long Finished { get; set; }

        public int Fewest { get; set; }
    }
}
