using System.Diagnostics.Metrics;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Limits;

/// <summary>A bound on the work of the service.</summary>
internal enum Bound
{
    /// <summary>Connections open at the same time.</summary>
    Connections,

    /// <summary>Bytes of all bodies together.</summary>
    BytesInFlight,

    /// <summary>Records of one patient.</summary>
    Records,

    /// <summary>Time of one request.</summary>
    Time,

    /// <summary>Patients that wait to be read and evaluated.</summary>
    Work,
}

/// <summary>How near the limits are, and how often they were met. The web server counts connections (<c>kestrel.active_connections</c>) and those that it closes at once (<c>kestrel.rejected_connections</c>).</summary>
internal sealed class LimitMetrics
{
    private readonly UpDownCounter<long> _bodyBytes;
    private readonly Counter<long> _refused;

    public LimitMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(ServiceMetrics.Name);
        _bodyBytes = meter.CreateUpDownCounter<long>("cds.bodies.bytes", "By", "Bytes of request bodies in memory");
        _refused = meter.CreateCounter<long>("cds.requests.refused", "{request}", "Requests refused because a limit was met, by limit");
    }

    /// <summary>Bytes came in, or went.</summary>
    public void BodyBytes(long change) => _bodyBytes.Add(change);

    /// <summary>A request was refused.</summary>
    public void Refused(Bound bound) => _refused.Add(1, new KeyValuePair<string, object?>("cds.limit", bound.ToString()));
}
