namespace Cds.CdsHooks.Trust;

/// <summary>A client of the configuration, with its keys.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record RegisteredClient(ClientOptions Options, ClientKeys Keys)
{
    /// <summary>Whether it may call a service; null stands for what belongs to none.</summary>
    public bool MayCall(string? service) => service is null || Options.Services.Count == 0 || Options.Services.Contains(service);
}

/// <summary>The clients of the configuration, by issuer.</summary>
internal sealed class ClientRegistry(IOptions<CdsOptions> options, KeySetFetcher fetcher, TimeProvider time, ILogger<ClientRegistry> logger) : IDisposable
{
    private readonly Dictionary<string, RegisteredClient> _clients = options.Value.Trust.Clients.ToDictionary(
        client => client.Issuer,
        client => new RegisteredClient(client, new ClientKeys(
            ClientKeys.Configured(client),
            client.JwksUrl is { } url ? new FetchedKeySet(client.Issuer, new Uri(url), options.Value.Trust, fetcher, time, logger) : null)),
        StringComparer.Ordinal);

    /// <summary>The client of an issuer, compared exactly; null when none is configured.</summary>
    public RegisteredClient? Find(string issuer) => _clients.GetValueOrDefault(issuer);

    /// <summary>Begins to fetch the key sets.</summary>
    public void FetchKeys()
    {
        foreach (RegisteredClient client in _clients.Values) client.Keys.Start();
    }

    public void Dispose()
    {
        foreach (RegisteredClient client in _clients.Values) client.Keys.Dispose();
    }
}
