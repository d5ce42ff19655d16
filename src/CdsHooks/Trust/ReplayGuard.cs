using System.Collections.Concurrent;

namespace Cds.CdsHooks.Trust;

/// <summary>Remembers the tokens (<c>jti</c>) that were used, until they have expired anyway. Of this process only.</summary>
internal sealed class ReplayGuard
{
    /// <summary>Tokens remembered at most; when as many are alive, further ones are refused rather than accepted unseen.</summary>
    private const int Most = 1_000_000;

    private static readonly TimeSpan CleaningInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Issuer, string Id), DateTimeOffset> _used = new();
    private readonly Lock _cleaning = new();
    private DateTimeOffset _cleaned = DateTimeOffset.MinValue;

    /// <summary>Notes the use of a token; false when it was used before.</summary>
    public bool TryUse(string issuer, string id, DateTimeOffset until, DateTimeOffset now)
    {
        Clean(now);
        return _used.Count < Most && _used.TryAdd((issuer, id), until);
    }

    private void Clean(DateTimeOffset now)
    {
        lock (_cleaning)
        {
            if (now - _cleaned < CleaningInterval) return;
            _cleaned = now;
        }

        foreach (KeyValuePair<(string, string), DateTimeOffset> entry in _used)
        {
            if (entry.Value < now) _used.TryRemove(entry);
        }
    }
}
