using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Trust;

/// <summary>
/// The key set at the address of a client. It is fetched in the background, for everybody at once and by nobody's call: again when it has been kept as long
/// as configured, and when a token names an unknown key. How soon again depends on what the address did last, never on the tokens that ask: after an
/// answer <c>KeyReloadInterval</c>, after a failure a pause that grows from one second to that. Meanwhile the known keys are good, for a day after they were read.
/// </summary>
internal sealed class FetchedKeySet : IDisposable
{
    private const int MostDoublings = 12;
    private static readonly TimeSpan LongestUse = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly string _issuer;
    private readonly Uri _address;
    private readonly TrustOptions _trust;
    private readonly KeySetFetcher _fetcher;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _end = new();
    private readonly ITimer _timer;
    private readonly Lock _gate = new();

    private volatile Reading? _read;
    private Task? _running;
    private long _settled;
    private TimeSpan _pause;
    private int _failures;

    public FetchedKeySet(string issuer, Uri address, TrustOptions trust, KeySetFetcher fetcher, TimeProvider time, ILogger logger)
    {
        _issuer = issuer;
        _address = address;
        _trust = trust;
        _fetcher = fetcher;
        _time = time;
        _logger = logger;
        _timer = time.CreateTimer(_ => Fetch(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The keys known now; none when they were read too long ago.</summary>
    public ClientKeySet Current => _read is { } read && _time.GetElapsedTime(read.At) < LongestUse ? read.Set : ClientKeySet.Empty;

    /// <summary>The fetch under way, else a new one; null while the address is left alone.</summary>
    public Task? FetchIfDue()
    {
        lock (_gate)
        {
            return _running ?? (_time.GetElapsedTime(_settled) >= _pause ? Begin() : null);
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _timer.Dispose();
        _end.Dispose();
    }

    private void Fetch()
    {
        lock (_gate)
        {
            if (_running is null && !_end.IsCancellationRequested) Begin();
        }
    }

    /// <summary>Within the gate. What flows with the caller's call (its trace, its log scopes) stays behind.</summary>
    private Task Begin()
    {
        CancellationToken end = _end.Token;
        using (ExecutionContext.SuppressFlow())
        {
            return _running = Task.Run(() => FetchAsync(end), CancellationToken.None);
        }
    }

    private async Task FetchAsync(CancellationToken end)
    {
        ClientKeySet? set = null;
        try
        {
            set = await _fetcher.FetchAsync(_address, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The service stops; who still waits is told that the key is unknown.
        }
        finally
        {
            Settle(set, end);
        }
    }

    private void Settle(ClientKeySet? set, CancellationToken end)
    {
        lock (_gate)
        {
            _running = null;
            _settled = _time.GetTimestamp();
            _failures = set is null ? Math.Min(_failures + 1, MostDoublings) : 0;
            _pause = set is null ? Shorter(FirstPause * (1 << (_failures - 1)), _trust.KeyReloadInterval) : _trust.KeyReloadInterval;
            if (set is not null) _read = new Reading(set, _settled);
            if (!end.IsCancellationRequested) _timer.Change(set is null ? _pause : _trust.KeyCacheTime, Timeout.InfiniteTimeSpan);
        }

        if (set is not null) _logger.KeySetRead(_issuer, set.Keys.Count);
        else if (!end.IsCancellationRequested) _logger.KeySetFailed(_issuer);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record Reading(ClientKeySet Set, long At);
}
