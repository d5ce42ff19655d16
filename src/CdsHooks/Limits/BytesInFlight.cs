namespace Cds.CdsHooks.Limits;

/// <summary>Counts the bytes of request bodies that are in memory, all calls together. What counts has arrived; what a header claims does not.</summary>
internal sealed class BytesInFlight(IOptions<CdsOptions> options, LimitMetrics metrics)
{
    private readonly long _most = options.Value.Limits.BytesInFlight;
    private long _taken;

    /// <summary>Takes room for bytes that have arrived; false when there is none.</summary>
    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) > _most)
        {
            Interlocked.Add(ref _taken, -bytes);
            metrics.Refused(Bound.BytesInFlight);
            return false;
        }

        metrics.BodyBytes(bytes);
        return true;
    }

    /// <summary>Gives the room back.</summary>
    public void Return(long bytes)
    {
        Interlocked.Add(ref _taken, -bytes);
        metrics.BodyBytes(-bytes);
    }
}
