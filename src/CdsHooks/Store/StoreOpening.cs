using Cds.CdsHooks.Store.Writing;
using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Store;

/// <summary>
/// Opens the store before the first request; a store that cannot be opened keeps the service from starting. Writes what still waits after the last one.
/// </summary>
internal sealed class StoreOpening(IRecordStore store, RecordWriter writer, PatientPseudonym pseudonym, ILogger<StoreOpening> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Asked once so that a key that cannot be made or read shows now and not at the first call.
        _ = pseudonym.Of(null, "");
        await store.OpenAsync(cancellationToken);
        logger.StoreOpened(store.Description);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => writer.StopAsync();
}
