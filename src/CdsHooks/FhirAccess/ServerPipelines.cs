using System.Collections.Concurrent;
using Cds.CdsHooks.Outbound;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>
/// One resilience pipeline per server: further attempts with growing, jittered pauses (or the pause that the server asks for), a circuit breaker
/// that spares a failing server, a time limit per attempt. There is no hedging: a slow server does not get twice the load.
/// </summary>
internal sealed class ServerPipelines(IOptions<CdsOptions> options, TimeProvider time)
{
    /// <summary>Patterns in the list of servers may cover any number of hosts; what is remembered of them is bounded.</summary>
    private const int MostServers = 1_000;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BreakerWindow = TimeSpan.FromSeconds(30);

    /// <summary>When the time for the whole call ends, for pauses that would be longer.</summary>
    public static readonly ResiliencePropertyKey<long> Deadline = new("deadline");

    private readonly FhirAccessOptions _options = options.Value.FhirAccess;
    private readonly ConcurrentDictionary<string, ResiliencePipeline<FhirAttempt>> _pipelines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pipeline of a server.</summary>
    public ResiliencePipeline<FhirAttempt> Of(Uri server)
    {
        if (_pipelines.Count >= MostServers) _pipelines.Clear();
        return _pipelines.GetOrAdd(server.GetLeftPart(UriPartial.Authority), _ => Build());
    }

    private ResiliencePipeline<FhirAttempt> Build()
    {
        var builder = new ResiliencePipelineBuilder<FhirAttempt> { TimeProvider = new MonotonicTime(time) };
        if (_options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<FhirAttempt>
            {
                MaxRetryAttempts = _options.Retries,
                Delay = FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome) && FitsTime(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<FhirAttempt>
            {
                FailureRatio = 0.5,
                MinimumThroughput = _options.BreakerFailures,
                SamplingDuration = BreakerWindow,
                BreakDuration = _options.BreakDuration,
                ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome)),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = _options.AttemptTimeout })
            .Build();
    }

    private static bool MayPass(Polly.Outcome<FhirAttempt> outcome) => outcome.Exception is TimeoutRejectedException || outcome.Result is { IsTransient: true };

    /// <summary>Waiting longer than the call lasts would only keep the user waiting.</summary>
    private bool FitsTime(RetryPredicateArguments<FhirAttempt> arguments)
    {
        if (arguments.Outcome.Result?.RetryAfter is not { } wait) return true;
        long deadline = arguments.Context.Properties.GetValue(Deadline, long.MaxValue);
        return time.GetElapsedTime(time.GetTimestamp(), deadline) > wait;
    }
}
