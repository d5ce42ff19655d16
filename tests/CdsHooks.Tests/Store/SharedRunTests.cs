using Cds.CdsHooks.Store.Reading;

namespace Cds.CdsHooks.Tests.Store;

/// <summary>Many who ask for a summary at once cost no more than two runs, and each gets one that began after it asked.</summary>
public sealed class SharedRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_during_a_run_shares_the_next_one()
    {
        var shared = new SharedRun<int>();
        var gate = new TaskCompletionSource();
        int runs = 0;
        Task<int> first = shared.RunAsync(RunAsync, Cancellation);
        Task<int>[] others = [.. Enumerable.Range(0, 9).Select(_ => shared.RunAsync(RunAsync, Cancellation))];
        gate.SetResult();
        Assert.Equal(1, await first);
        Assert.All(await Task.WhenAll(others), run => Assert.Equal(2, run));
        Assert.Equal(3, await shared.RunAsync(RunAsync, Cancellation));

        async Task<int> RunAsync()
        {
            int run = Interlocked.Increment(ref runs);
            await gate.Task;
            return run;
        }
    }

    [Fact]
    public async Task Who_goes_away_ends_its_own_waiting_and_not_the_run()
    {
        var shared = new SharedRun<int>();
        var gate = new TaskCompletionSource<int>();
        using var gone = new CancellationTokenSource();
        Task<int> first = shared.RunAsync(() => gate.Task, gone.Token), second = shared.RunAsync(() => Task.FromResult(2), Cancellation);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(second.IsCompleted);
        gate.SetResult(1);
        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task A_run_that_fails_fails_those_who_shared_it_and_no_one_after()
    {
        var shared = new SharedRun<int>();
        var gate = new TaskCompletionSource<int>();
        Task<int> first = shared.RunAsync(() => gate.Task, Cancellation), second = shared.RunAsync(() => Task.FromResult(2), Cancellation);
        gate.SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.Equal(2, await second);
    }
}
