namespace Cds.CdsHooks.Store.Reading;

/// <summary>
/// Work that is costly and the same for everybody. One run goes at a time, and all who ask meanwhile share the next one, so that it starts after the last
/// thing any of them knows of and many who ask cost no more than two.
/// </summary>
/// <typeparam name="T">What it yields.</typeparam>
internal sealed class SharedRun<T>
{
    private readonly Lock _lock = new();
    private Task<T>? _running, _next;

    /// <summary>The result of a run that starts now or after the one that is going on.</summary>
    /// <param name="work">The work; it is not cancelled when one of those who wait goes away.</param>
    /// <param name="cancellation">Ends the waiting of this caller.</param>
    public Task<T> RunAsync(Func<Task<T>> work, CancellationToken cancellation)
    {
        Task<T> mine;
        lock (_lock)
        {
            if (_running is { IsCompleted: false } running) mine = _next ??= AfterAsync(running, work);
            else mine = _running = Task.Run(work, CancellationToken.None);
        }

        return mine.WaitAsync(cancellation);
    }

    private async Task<T> AfterAsync(Task<T> before, Func<Task<T>> work)
    {
        await before.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        lock (_lock) (_running, _next) = (_next, null);
        return await work();
    }
}
