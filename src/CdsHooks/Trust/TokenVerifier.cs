using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cds.CdsHooks.Trust;

/// <summary>
/// Verifies the token of a client, in the order of the checks below; the first check that fails decides. Whether it was used before is not asked here
/// (<see cref="SingleUse"/>).
/// </summary>
internal sealed class TokenVerifier(ClientRegistry clients, IOptions<CdsOptions> options, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Library = new() { MapInboundClaims = false };

    private readonly TrustOptions _trust = options.Value.Trust;

    /// <summary>Verifies a token for one of the addresses.</summary>
    public async ValueTask<TokenVerdict> VerifyAsync(string text, IReadOnlyList<Uri> addresses, CancellationToken cancellation)
    {
        (ReceivedToken? token, TokenFault form) = ReceivedToken.Parse(text);
        if (token is null) return new(null, form);
        if (token.Header.TryGetProperty("crit", out _)) return new(null, TokenFault.CriticalExtension);
        if (AcceptedSignature.Find(ReceivedToken.Text(token.Header, "alg")) is not { } signature) return new(null, TokenFault.Algorithm);
        if (!string.Equals(ReceivedToken.Text(token.Header, "typ"), "JWT", StringComparison.OrdinalIgnoreCase)) return new(null, TokenFault.Type);
        if (ReceivedToken.Text(token.Payload, "iss") is not { } issuer || clients.Find(issuer) is not { } client) return new(null, TokenFault.Issuer);

        TokenFault fault = await VerifyAsync(token, client, signature, addresses, cancellation);
        if (fault != TokenFault.None) return new(null, fault, issuer);
        return new(new CallingClient(issuer, client.Options.Name ?? issuer, ReceivedToken.Text(token.Payload, "tenant")), TokenFault.None, issuer)
        {
            Use = client.Options.ReplayProtection ? new TokenUse(issuer, ReceivedToken.Text(token.Payload, "jti")!, token.Time("exp")!.Value + _trust.ClockSkew) : null,
        };
    }

    private async ValueTask<TokenFault> VerifyAsync(
        ReceivedToken token, RegisteredClient client, AcceptedSignature signature, IReadOnlyList<Uri> addresses, CancellationToken cancellation)
    {
        if (client.Options.Algorithms.Count > 0 && !client.Options.Algorithms.Contains(signature.Name)) return TokenFault.Algorithm;
        if (token.Header.TryGetProperty("jku", out JsonElement jku) && !IsRegistered(jku, client.Options)) return TokenFault.KeySetAddress;
        if (ReceivedToken.Text(token.Header, "kid") is not { } keyId) return TokenFault.Key;
        IReadOnlyList<ClientKey> keys = await client.Keys.FindAsync(keyId, signature, cancellation);
        if (keys.Count == 0) return TokenFault.Key;
        TokenValidationResult result = await Library.ValidateTokenAsync(token.Token, Parameters(token, client.Options.Issuer, signature, keys, addresses));
        return result.IsValid ? CheckLife(token, client.Options) : Fault(result.Exception);
    }

    /// <summary>What the library checks: the signature with these keys and no others, issuer, times and audience.</summary>
    private TokenValidationParameters Parameters(
        ReceivedToken token, string issuer, AcceptedSignature signature, IReadOnlyList<ClientKey> keys, IReadOnlyList<Uri> addresses) => new()
        {
            ValidAlgorithms = [signature.Name],
            IssuerSigningKeyResolver = (_, _, _, _) => keys.Select(key => key.Key),
            TryAllIssuerSigningKeys = false,
            ValidIssuer = issuer,
            AudienceValidator = (audiences, _, _) => Audience.Names([.. audiences], addresses),
            LifetimeValidator = (_, _, _, _) => IsNow(token),
            LogValidationExceptions = false,
        };

    private bool IsNow(ReceivedToken token)
    {
        DateTimeOffset now = time.GetUtcNow();
        return token.Time("exp") is { } expires && expires + _trust.ClockSkew > now
            && token.Time("iat") is { } issued && issued - _trust.ClockSkew <= now
            && (token.Time("nbf") is not { } from || from - _trust.ClockSkew <= now);
    }

    private TokenFault CheckLife(ReceivedToken token, ClientOptions client)
    {
        TimeSpan life = token.Time("exp")!.Value - token.Time("iat")!.Value;
        if (life > _trust.MaxTokenLifetime || life <= TimeSpan.Zero) return TokenFault.Lifetime;
        if (client.Tenants.Count > 0 && (ReceivedToken.Text(token.Payload, "tenant") is not { } tenant || !client.Tenants.Contains(tenant))) return TokenFault.Tenant;
        return ReceivedToken.Text(token.Payload, "jti") is null ? TokenFault.Replay : TokenFault.None;
    }

    private static TokenFault Fault(Exception? exception) => exception switch
    {
        SecurityTokenSignatureKeyNotFoundException => TokenFault.Key,
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException or SecurityTokenInvalidSigningKeyException => TokenFault.Signature,
        SecurityTokenInvalidAudienceException => TokenFault.Audience,
        SecurityTokenInvalidLifetimeException => TokenFault.Time,
        SecurityTokenInvalidIssuerException => TokenFault.Issuer,
        _ => TokenFault.Malformed,
    };

    private static bool IsRegistered(JsonElement jku, ClientOptions client) =>
        jku.ValueKind == JsonValueKind.String && jku.GetString() is { } url && (url == client.JwksUrl || url == client.Jku);
}
