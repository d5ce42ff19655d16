namespace Cds.CdsHooks.LocalKnowledge;

/// <summary>
/// Reloads the knowledge when files of the overlay folder change. Editors and deployments write several files, each in several steps: the reload waits
/// until nothing has changed for a while.
/// </summary>
internal sealed class OverlayWatcher(IOptions<CdsOptions> options, CurrentKnowledge knowledge, TimeProvider time) : IHostedService, IDisposable
{
    private FileSystemWatcher? _watcher;
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Knowledge.Overlay is not { } folder) return Task.CompletedTask;
        TimeSpan quiet = options.Value.Knowledge.ReloadDelay;
        _timer = time.CreateTimer(_ => knowledge.Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        _watcher.Changed += (_, _) => _timer.Change(quiet, Timeout.InfiniteTimeSpan);
        _watcher.Created += (_, _) => _timer.Change(quiet, Timeout.InfiniteTimeSpan);
        _watcher.Deleted += (_, _) => _timer.Change(quiet, Timeout.InfiniteTimeSpan);
        _watcher.Renamed += (_, _) => _timer.Change(quiet, Timeout.InfiniteTimeSpan);

        // Too many changes at once overflow the buffer: what changed is lost, that something changed is not.
        _watcher.Error += (_, _) => _timer.Change(quiet, Timeout.InfiniteTimeSpan);
        _watcher.EnableRaisingEvents = true;
        return Task.CompletedTask;
    }

    /// <summary>Stops watching and waits for a reload that is under way: one that outlived the services would find them disposed.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _watcher?.Dispose();
        if (_timer is { } timer) await timer.DisposeAsync();
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer?.Dispose();
    }
}
