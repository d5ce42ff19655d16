using System.Threading.RateLimiting;

namespace Cds.CdsHooks.Limits;

/// <summary>
/// Places for work that keeps a processor busy: reading a patient, evaluating rules. Who finds none waits without holding a thread, so that probes, small calls
/// and the ends of other calls always find one; when too many wait, further ones are told to come again. There are few places because what is half done is what the garbage collector has to
/// carry along: with eight patients of 1 MB at a time each cost twice the processor time of one (docs/performance.md).
/// </summary>
internal sealed class WorkPlaces : IDisposable
{
    /// <summary>Threads that stay free of long work.</summary>
    private const int FreeThreads = 8;

    /// <summary>More than processors, so that a patient with a huge record leaves one to the others.</summary>
    private const int MoreThanProcessors = 1;

    private static readonly TimeSpan WaitForPlace = TimeSpan.FromSeconds(2);

    private readonly ConcurrencyLimiter _places;
    private readonly LimitMetrics _metrics;

    public WorkPlaces(IOptions<CdsOptions> options, LimitMetrics metrics, IThreads threads)
    {
        LimitsOptions limits = options.Value.Limits;
        int places = limits.WorkPlaces ?? Environment.ProcessorCount + MoreThanProcessors;
        _places = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = places, QueueLimit = limits.WorkWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        _metrics = metrics;
        // The pool adds threads above its minimum only slowly; work in every place must not be what probes wait for.
        threads.Fewest = Math.Max(threads.Fewest, places + FreeThreads);
    }

    /// <summary>Does work in a place; the problem when too much waits already.</summary>
    /// <param name="work">The work. It is not to wait for anything.</param>
    /// <param name="cancellation">Cancelled when nobody waits for the result.</param>
    public async ValueTask<Outcome<T>> DoAsync<T>(Func<Outcome<T>> work, CancellationToken cancellation)
        where T : notnull
    {
        using RateLimitLease place = await _places.AcquireAsync(1, cancellation);
        if (!place.IsAcquired)
        {
            _metrics.Refused(Bound.Work);
            return ProblemKind.Overloaded.After(WaitForPlace, LimitPhrases.Overloaded);
        }

        cancellation.ThrowIfCancellationRequested();
        return work();
    }

    public void Dispose() => _places.Dispose();
}
