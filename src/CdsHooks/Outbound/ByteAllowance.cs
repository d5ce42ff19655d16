namespace Cds.CdsHooks.Outbound;

/// <summary>Bytes that the answers to one call may still have together, however many queries are under way.</summary>
internal sealed class ByteAllowance(long bytes)
{
    private long _left = bytes;

    /// <summary>Takes a part; false when there is not as much left.</summary>
    public bool TryTake(int count) => Interlocked.Add(ref _left, -count) >= 0;
}
