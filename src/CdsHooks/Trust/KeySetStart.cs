namespace Cds.CdsHooks.Trust;

/// <summary>Has the key sets fetched when the service starts, so that the first caller does not wait for them; the start itself waits for none.</summary>
internal sealed class KeySetStart(ClientRegistry clients, TrustMode mode) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (mode.IsRequired) clients.FetchKeys();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
