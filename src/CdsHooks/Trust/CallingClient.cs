namespace Cds.CdsHooks.Trust;

/// <summary>Who calls, proven by a token.</summary>
/// <param name="Issuer">The <c>iss</c>.</param>
/// <param name="Name">Name for logs and audit records.</param>
/// <param name="Tenant">The <c>tenant</c>; null when the token names none.</param>
internal sealed record CallingClient(string Issuer, string Name, string? Tenant)
{
    /// <summary>The client of a request; null when nobody has to sign in.</summary>
    public static CallingClient? Of(HttpContext context) => context.Features.Get<CallingClient>();
}
