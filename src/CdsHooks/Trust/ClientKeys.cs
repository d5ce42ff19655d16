using System.Text;

namespace Cds.CdsHooks.Trust;

/// <summary>The keys of one client: those configured, and those of its key set.</summary>
/// <param name="configured">Keys that stand in the configuration.</param>
/// <param name="fetched">The set at the client's address; null when it has none.</param>
internal sealed class ClientKeys(ClientKeySet configured, FetchedKeySet? fetched) : IDisposable
{
    /// <summary>The keys with an id that fit a signature. Only a caller whose key is unknown waits for the set to be fetched.</summary>
    /// <param name="id">The <c>kid</c>.</param>
    /// <param name="signature">The signature of the token.</param>
    /// <param name="cancellation">Ends the waiting of this caller; the fetch goes on for the others.</param>
    public async ValueTask<IReadOnlyList<ClientKey>> FindAsync(string id, AcceptedSignature signature, CancellationToken cancellation)
    {
        ClientKey[] known = [.. configured.Find(id, signature)];
        if (known.Length > 0 || fetched is null) return known;
        if (!fetched.Current.Contains(id) && fetched.FetchIfDue() is { } fetch) await fetch.WaitAsync(cancellation);
        return [.. fetched.Current.Find(id, signature)];
    }

    /// <summary>Begins to fetch, so that the first caller finds the keys.</summary>
    public void Start() => fetched?.FetchIfDue();

    public void Dispose() => fetched?.Dispose();

    /// <summary>The keys that stand in the settings of a client; an empty set when there are none.</summary>
    public static ClientKeySet Configured(ClientOptions client)
    {
        string? json = client.Jwks ?? (client.JwksFile is { } file ? File.ReadAllText(file) : null);
        return json is null ? ClientKeySet.Empty : ClientKeySet.Parse(Encoding.UTF8.GetBytes(json)) ?? ClientKeySet.Empty;
    }
}
