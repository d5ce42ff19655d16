using System.Threading.RateLimiting;

namespace Cds.CdsHooks.Trust;

/// <summary>
/// How many calls without a valid token one network address may make before it is told to wait. Only refused calls count and only they are
/// turned away: many honest clients may share the address of a proxy.
/// </summary>
internal sealed class RefusalLimit(IOptions<CdsOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.Trust.RefusalsPerMinute,
            Window = Window,
            QueueLimit = 0,
        }));

    /// <summary>Counts a refused call; the time to wait when the address has had too many, else null.</summary>
    public TimeSpan? Count(string address)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(address);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : Window;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
