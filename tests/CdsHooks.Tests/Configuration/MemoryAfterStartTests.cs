using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Cds.CdsHooks.Tests.Configuration;

/// <summary>What the start leaves is given back once, when the first calls are answered.</summary>
public sealed class MemoryAfterStartTests
{
    [Fact]
    public async Task Memory_of_the_start_is_given_back_once_after_a_while()
    {
        var time = new FakeTimeProvider();
        int collected = 0;
        using var service = new MemoryAfterStart(time) { Collect = () => collected++ };
        await service.StartAsync(TestContext.Current.CancellationToken);
        time.Advance(MemoryAfterStart.Delay - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, collected);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, collected);
        time.Advance(10 * MemoryAfterStart.Delay);
        Assert.Equal(1, collected);
    }
}
