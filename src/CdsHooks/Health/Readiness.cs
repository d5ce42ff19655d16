using Cds.CdsHooks.Store;
using Cds.CdsHooks.Telemetry;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Health;

/// <summary>Finds out whether the service can do its work now: assess a patient, and write a record to where records go.</summary>
internal sealed class Readiness(Assessor assessor, ServiceClock clock, IRecordStore store, ILogger<Readiness> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What does not work; empty when all does.</summary>
    public async Task<IReadOnlyList<ReadinessFault>> FindFaultsAsync(CancellationToken cancellation)
    {
        List<ReadinessFault> faults = [];
        if (!CanAssess()) faults.Add(new ReadinessFault("knowledge", null));
        if (await FindStoreFaultAsync(cancellation) is { } fault) faults.Add(new ReadinessFault("store", WireName.Of(fault)));
        return faults;
    }

    /// <summary>A patient of whom nothing is known takes every rule through its evaluation and has no answer that is due.</summary>
    private bool CanAssess() =>
        assessor.Knowledge.Recommendations.Count > 0
        && assessor.Assess(new PatientFacts { Subject = "Patient/readiness" }, clock.Now()) is { Subject: "Patient/readiness" };

    private async Task<StoreFault?> FindStoreFaultAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await store.CheckAsync(patience.Token);
            return null;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            logger.StoreFailed(exception);
            return (exception as StoreUnavailableException)?.Fault ?? StoreFault.Locked;
        }
    }
}
