using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Cds.CdsHooks.Tests.Configuration;

/// <summary>What the start leaves is given back once, when the first calls are answered.</summary>
public sealed class MemoryAfterStartTests
{
    [Fact]
    public async Task Memory_of_the_start_is_collected_after_a_while()
    {
        var time = new FakeTimeProvider();
        using var service = new MemoryAfterStart(time);
        await service.StartAsync(TestContext.Current.CancellationToken);
        time.Advance(MemoryAfterStart.Delay - TimeSpan.FromMilliseconds(1));
        WeakReference left = Leave();
        int before = GC.CollectionCount(GC.MaxGeneration);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(GC.CollectionCount(GC.MaxGeneration) > before);
        Assert.False(left.IsAlive);
    }

    // In a method of its own, so that no variable keeps it.
    private static WeakReference Leave() => new(new byte[100_000]);
}
