using System.Text.Json;
using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Trust;

/// <summary>Verdict on a token.</summary>
/// <param name="Client">Whose it is, when nothing is wrong.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Issuer">The issuer that it claims, for the log, as far as it is a configured one.</param>
internal readonly record struct TokenVerdict(CallingClient? Client, TokenFault Fault, string? Issuer = null);

/// <summary>Verifies the token of a client, in the order of the checks below; the first check that fails decides.</summary>
internal sealed class TokenVerifier : IDisposable
{
    private readonly TrustOptions _trust;
    private readonly TimeProvider _time;
    private readonly IReplayMemory _replay;
    private readonly Dictionary<string, Client> _clients;

    public TokenVerifier(IOptions<CdsOptions> options, KeySetFetcher fetcher, IReplayMemory replay, TimeProvider time, ILogger<TokenVerifier> logger)
    {
        _trust = options.Value.Trust;
        _time = time;
        _replay = replay;
        _clients = _trust.Clients.ToDictionary(
            client => client.Issuer,
            client => new Client(client, new ClientKeys(client, _trust, fetcher, time, logger)),
            StringComparer.Ordinal);
    }

    /// <summary>Verifies a token for one of the addresses.</summary>
    public async ValueTask<TokenVerdict> VerifyAsync(string text, IReadOnlyList<Uri> addresses, CancellationToken cancellation)
    {
        if (JsonWebToken.Parse(text) is not { } token) return new(null, TokenFault.Malformed);
        if (token.Header.TryGetProperty("crit", out _)) return new(null, TokenFault.CriticalExtension);
        if (SignatureAlgorithm.Find(JsonWebToken.Text(token.Header, "alg")) is not { } algorithm) return new(null, TokenFault.Algorithm);
        if (!string.Equals(JsonWebToken.Text(token.Header, "typ"), "JWT", StringComparison.OrdinalIgnoreCase)) return new(null, TokenFault.Type);
        if (JsonWebToken.Text(token.Payload, "iss") is not { } issuer || !_clients.TryGetValue(issuer, out Client? client)) return new(null, TokenFault.Issuer);

        TokenFault fault = await VerifyAsync(token, client, algorithm, addresses, cancellation);
        return fault == TokenFault.None
            ? new(new CallingClient(issuer, client.Options.Name ?? issuer, JsonWebToken.Text(token.Payload, "tenant")), TokenFault.None, issuer)
            : new(null, fault, issuer);
    }

    /// <summary>Whether a client may call a service.</summary>
    public bool MayCall(CallingClient client, string service) =>
        _clients[client.Issuer].Options.Services is { } services && (services.Count == 0 || services.Contains(service));

    public void Dispose()
    {
        foreach (Client client in _clients.Values) client.Keys.Dispose();
    }

    private async ValueTask<TokenFault> VerifyAsync(
        JsonWebToken token, Client client, SignatureAlgorithm algorithm, IReadOnlyList<Uri> addresses, CancellationToken cancellation)
    {
        if (client.Options.Algorithms.Count > 0 && !client.Options.Algorithms.Contains(algorithm.Name)) return TokenFault.Algorithm;
        if (token.Header.TryGetProperty("jku", out JsonElement jku) && !IsRegistered(jku, client.Options)) return TokenFault.KeySetAddress;
        if (JsonWebToken.Text(token.Header, "kid") is not { } keyId) return TokenFault.Key;
        IReadOnlyList<JsonWebKey> keys = await client.Keys.FindAsync(keyId, algorithm, cancellation);
        if (keys.Count == 0) return TokenFault.Key;
        if (!keys.Any(key => algorithm.Verify(key, token.SigningInput, token.Signature))) return TokenFault.Signature;
        if (!Audience.Names(token.Audiences(), addresses)) return TokenFault.Audience;
        return await CheckClaimsAsync(token, client.Options, cancellation);
    }

    private async ValueTask<TokenFault> CheckClaimsAsync(JsonWebToken token, ClientOptions client, CancellationToken cancellation)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (token.Time("exp") is not { } expires || token.Time("iat") is not { } issued) return TokenFault.Time;
        if (expires + _trust.ClockSkew <= now || issued - _trust.ClockSkew > now) return TokenFault.Time;
        if (token.Payload.TryGetProperty("nbf", out _) && (token.Time("nbf") is not { } from || from - _trust.ClockSkew > now)) return TokenFault.Time;
        if (expires - issued > _trust.MaxTokenLifetime || expires <= issued) return TokenFault.Lifetime;
        if (client.Tenants.Count > 0 && (JsonWebToken.Text(token.Payload, "tenant") is not { } tenant || !client.Tenants.Contains(tenant))) return TokenFault.Tenant;
        if (JsonWebToken.Text(token.Payload, "jti") is not { } id) return TokenFault.Replay;
        return !client.ReplayProtection || await _replay.TryRememberAsync(client.Issuer, id, expires + _trust.ClockSkew, cancellation) ? TokenFault.None : TokenFault.Replay;
    }

    private static bool IsRegistered(JsonElement jku, ClientOptions client) =>
        jku.ValueKind == JsonValueKind.String && jku.GetString() is { } url && (url == client.JwksUrl || url == client.Jku);

    private sealed record Client(ClientOptions Options, ClientKeys Keys);
}
