using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Companion.Sessions;

/// <summary>Sessions in the memory of this instance, bounded in bytes and in time. Those that have ended are cleared away every minute while there are any.</summary>
internal sealed class MemorySessions : IPatientSessions, IDisposable
{
    private static readonly TimeSpan ClearingInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _open = new(StringComparer.Ordinal);
    private readonly CompanionOptions _limits;
    private readonly TimeProvider _time;
    private readonly SessionCookie _cookie;
    private ITimer? _clearing;
    private long _bytes;

    public MemorySessions(IOptions<CdsOptions> options, TimeProvider time)
    {
        _limits = options.Value.Companion;
        _time = time;
        _cookie = new SessionCookie(new CookieForm(options));
    }

    /// <summary>How many there are, those that have ended and were not cleared away yet included.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _open.Count;
        }
    }

    /// <inheritdoc />
    public Outcome<PatientSession> Open(HttpContext context, OpenedPatient patient)
    {
        End(context);
        DateTimeOffset now = _time.GetUtcNow();
        var session = new PatientSession(patient);
        lock (_lock)
        {
            Clear(now);
            if (_bytes + patient.Bundle.Length > _limits.SessionBytes) return ProblemKind.Overloaded.After(ClearingInterval, CompanionPhrases.TooManyOpen);
            _open[_cookie.Set(context)] = new Kept(session, now) { Seen = now };
            _bytes += patient.Bundle.Length;
            _clearing ??= _time.CreateTimer(_ => ClearAway(), null, ClearingInterval, ClearingInterval);
        }

        return session;
    }

    /// <inheritdoc />
    public PatientSession? Of(HttpContext context)
    {
        if (_cookie.Read(context) is not { } id) return null;
        DateTimeOffset now = _time.GetUtcNow();
        lock (_lock)
        {
            if (!_open.TryGetValue(id, out Kept? open) || HasEnded(open, now)) return null;
            open.Seen = now;
            return open.Session;
        }
    }

    /// <inheritdoc />
    public void End(HttpContext context)
    {
        if (_cookie.Read(context) is not { } id) return;
        lock (_lock) Remove(id);
        _cookie.Delete(context);
    }

    /// <inheritdoc />
    public void Dispose() => _clearing?.Dispose();

    private void ClearAway()
    {
        lock (_lock)
        {
            Clear(_time.GetUtcNow());
            if (_open.Count > 0) return;
            _clearing?.Dispose();
            _clearing = null;
        }
    }

    private void Clear(DateTimeOffset now)
    {
        foreach (string id in _open.Where(entry => HasEnded(entry.Value, now)).Select(entry => entry.Key).ToArray()) Remove(id);
    }

    private void Remove(string id)
    {
        if (_open.Remove(id, out Kept? open)) _bytes -= open.Session.Patient.Bundle.Length;
    }

    private bool HasEnded(Kept open, DateTimeOffset now) => now - open.Seen > _limits.SessionIdle || now - open.Since > _limits.SessionLongest;

    private sealed class Kept(PatientSession session, DateTimeOffset since)
    {
        public PatientSession Session { get; } = session;

        public DateTimeOffset Since { get; } = since;

        public DateTimeOffset Seen { get; set; }
    }
}
