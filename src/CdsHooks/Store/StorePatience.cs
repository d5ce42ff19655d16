using Cds.CdsHooks.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Cds.CdsHooks.Store;

/// <summary>
/// How long a hook waits for the store: a second at most, and after two such failures not at all for a while. What the store would have said is then
/// unknown, and cards are shown without it.
/// </summary>
internal sealed class StorePatience(ILogger<StorePatience> logger)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(5),
            ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>().Handle<TimeoutRejectedException>(),
        })
        .AddTimeout(TimeSpan.FromSeconds(1))
        .Build();

    /// <summary>Asks the store; null when it does not answer in time or not at all.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    public async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await ask(token), cancellation);
        }
        catch (BrokenCircuitException)
        {
            // The failures that opened it were logged.
            return null;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or TimeoutRejectedException)
        {
            logger.StoreFailed(exception);
            return null;
        }
    }
}
