using System.Text;
using Cds.CdsHooks.Telemetry;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Trust;

/// <summary>
/// The keys of one client: those configured, and those of its key set, which is fetched when needed, kept for a while and fetched again when a
/// token names an unknown key, though not more often than configured. When a fetch fails, the keys known before go on being used for a day.
/// </summary>
internal sealed class ClientKeys(ClientOptions client, TrustOptions trust, KeySetFetcher fetcher, TimeProvider time, ILogger logger) : IDisposable
{
    private static readonly TimeSpan LongestUse = TimeSpan.FromDays(1);

    private readonly JsonWebKeySet _configured = Configured(client);
    private readonly Uri? _address = client.JwksUrl is { } url ? new Uri(url) : null;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile Fetched _fetched = new(JsonWebKeySet.Empty, DateTimeOffset.MinValue);
    private DateTimeOffset _lastAttempt = DateTimeOffset.MinValue;

    /// <summary>The keys with an id that fit an algorithm.</summary>
    public async ValueTask<IReadOnlyList<JsonWebKey>> FindAsync(string id, SignatureAlgorithm algorithm, CancellationToken cancellation)
    {
        JsonWebKey[] configured = [.. _configured.Find(id, algorithm)];
        if (configured.Length > 0 || _address is null) return configured;
        DateTimeOffset now = time.GetUtcNow();
        if (now - _fetched.At >= trust.KeyCacheTime || !_fetched.Set.Contains(id)) await ReloadAsync(id, cancellation);
        return now - _fetched.At < LongestUse ? [.. _fetched.Set.Find(id, algorithm)] : [];
    }

    public void Dispose() => _turn.Dispose();

    private async Task ReloadAsync(string id, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            DateTimeOffset now = time.GetUtcNow();
            bool isFresh = now - _fetched.At < trust.KeyCacheTime;
            if ((isFresh && _fetched.Set.Contains(id)) || now - _lastAttempt < trust.KeyReloadInterval) return;
            _lastAttempt = now;
            if (await fetcher.FetchAsync(_address!, cancellation) is { } set)
            {
                _fetched = new Fetched(set, now);
                logger.KeySetRead(client.Issuer, set.Keys.Count);
            }
            else
            {
                logger.KeySetFailed(client.Issuer);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private static JsonWebKeySet Configured(ClientOptions client)
    {
        string? json = client.Jwks ?? (client.JwksFile is { } file ? File.ReadAllText(file) : null);
        return json is null ? JsonWebKeySet.Empty : JsonWebKeySet.Parse(Encoding.UTF8.GetBytes(json)) ?? JsonWebKeySet.Empty;
    }

    private sealed record Fetched(JsonWebKeySet Set, DateTimeOffset At);
}
