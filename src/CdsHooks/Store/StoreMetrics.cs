using System.Diagnostics.Metrics;
using Cds.CdsHooks.Store.Writing;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Store;

/// <summary>What is measured of the store.</summary>
internal sealed class StoreMetrics
{
    private readonly Histogram<double> _writeDuration;
    private readonly Counter<long> _auditLost;

    public StoreMetrics(IMeterFactory meters, ShownCards shown)
    {
        Meter meter = meters.Create(ServiceMetrics.Name);
        _writeDuration = meter.CreateHistogram<double>("cds.store.write.duration", "s", "Time to write what waited in one transaction, by outcome");
        _auditLost = meter.CreateCounter<long>("cds.audit.lost", "{record}", "Audit records that could not be kept");
        meter.CreateObservableGauge("cds.audit.waiting", () => shown.Records, "{record}", "Audit records that wait to be written");
    }

    /// <summary>A transaction was written, or not.</summary>
    public void Written(TimeSpan duration, StoreFault? fault) =>
        _writeDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("cds.outcome", fault?.ToString() ?? "written"));

    /// <summary>Audit records were lost.</summary>
    public void AuditLost(int records) => _auditLost.Add(records);
}
