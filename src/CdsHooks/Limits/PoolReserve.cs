namespace Cds.CdsHooks.Limits;

/// <summary>
/// Sees from a thread of its own whether the thread pool stands still: work waits and none was finished since the last look. Then it asks for further threads at
/// once, which the pool by itself adds only every half second, so that probes are answered whatever holds the others. With the standstill its threads go.
/// </summary>
internal sealed class PoolReserve(IThreads threads) : IHostedService
{
    /// <summary>Threads that one look adds.</summary>
    public const int AddedAtOnce = 16;

    /// <summary>Threads beyond which none are added: what holds so many is a defect that more threads do not mend.</summary>
    public const int Most = 512;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private volatile bool _isOver;
    private int? _usual;
    private long _finished = -1;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        new Thread(Watch) { IsBackground = true, Name = "thread pool reserve", Priority = ThreadPriority.AboveNormal }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _isOver = true;
        return Task.CompletedTask;
    }

    /// <summary>Looks once.</summary>
    public void Look()
    {
        long finished = threads.Finished;
        bool standsStill = threads.Waiting > 0 && finished == _finished;
        _finished = finished;
        if (standsStill)
        {
            _usual ??= threads.Fewest;
            threads.Fewest = Math.Min(Most, Math.Max(threads.Fewest, threads.Count) + AddedAtOnce);
        }
        else if (threads.Waiting == 0 && _usual is { } usual)
        {
            threads.Fewest = usual;
            _usual = null;
        }
    }

    private void Watch()
    {
        while (!_isOver)
        {
            Thread.Sleep(Pause);
            Look();
        }
    }
}
