namespace Cds.CdsHooks.Configuration;

/// <summary>
/// Gives back, once, what the start has left: the texts and trees of the knowledge files are some fifty megabytes that nobody needs any more, and that .NET would keep until
/// calls have made as much again. It waits until the first calls are answered, since everything stands still for some 60 milliseconds.
/// </summary>
/// <param name="time">Clock.</param>
internal sealed class MemoryAfterStart(TimeProvider time) : IHostedService, IDisposable
{
    private ITimer? _timer;

    /// <summary>How long after the start.</summary>
    public static TimeSpan Delay { get; } = TimeSpan.FromSeconds(2);

    /// <summary>What gives the memory back; tests, whose process has many services, put another in its place.</summary>
    public Action Collect { get; init; } = static () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Collect(), null, Delay, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _timer?.Dispose();
}
