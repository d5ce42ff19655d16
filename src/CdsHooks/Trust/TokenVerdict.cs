namespace Cds.CdsHooks.Trust;

/// <summary>Verdict on a token.</summary>
/// <param name="Client">Whose it is, when nothing is wrong.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Issuer">The issuer that it claims, for the log, as far as it is a configured one.</param>
internal readonly record struct TokenVerdict(CallingClient? Client, TokenFault Fault, string? Issuer = null)
{
    /// <summary>What has to be remembered of the token; null when it may be used several times.</summary>
    public TokenUse? Use { get; init; }
}

/// <summary>The one use of a token.</summary>
/// <param name="Issuer">The <c>iss</c>.</param>
/// <param name="Id">The <c>jti</c>.</param>
/// <param name="Until">When it is good no longer.</param>
internal sealed record TokenUse(string Issuer, string Id, DateTimeOffset Until);
