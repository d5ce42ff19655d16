using System.Collections.Concurrent;

namespace Cds.CdsHooks.Trust;

/// <summary>The tokens used at this process; a restart forgets them.</summary>
internal sealed class ProcessReplayMemory(TimeProvider time) : IReplayMemory
{
    /// <summary>Tokens remembered at most; when as many are alive, further ones are refused rather than accepted unseen.</summary>
    private const int Most = 1_000_000;

    private static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Client, string Id), DateTimeOffset> _used = new();
    private readonly Lock _cleaning = new();
    private long _cleaned = time.GetTimestamp();

    /// <inheritdoc />
    public ValueTask<bool> TryRememberAsync(string client, string jti, DateTimeOffset until, CancellationToken cancellation)
    {
        Clean();
        return ValueTask.FromResult(_used.Count < Most && _used.TryAdd((client, jti), until));
    }

    private void Clean()
    {
        lock (_cleaning)
        {
            if (time.GetElapsedTime(_cleaned) < CleaningInterval) return;
            _cleaned = time.GetTimestamp();
        }

        DateTimeOffset now = time.GetUtcNow();
        foreach (KeyValuePair<(string, string), DateTimeOffset> entry in _used)
        {
            if (entry.Value < now) _used.TryRemove(entry);
        }
    }
}
