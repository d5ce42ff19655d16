using Cds.CdsHooks.Telemetry;

namespace Cds.CdsHooks.Trust;

/// <summary>Turns away who has no valid token. The answer says nothing about the reason; the log does.</summary>
internal sealed class CallRefusal(RefusalLimit limit, ServiceMetrics metrics, ILogger<CallRefusal> logger)
{
    /// <summary>Answers 401, or 429 to an address that was turned away too often.</summary>
    public async Task RefuseAsync(HttpContext context, TokenFault fault, string? issuer)
    {
        metrics.TokenRefused(fault);
        if (limit.Count(context.Connection.RemoteIpAddress?.ToString() ?? "") is { } wait)
        {
            await ClientLimits.RefuseAsync(context, wait);
            return;
        }

        logger.TokenRefused(fault, issuer ?? "unknown", context.GetEndpoint()?.DisplayName ?? "");
        context.Response.Headers.WWWAuthenticate = BearerTokenHandler.Name;
        await new ProblemAnswer(new RequestProblem(ProblemKind.Unauthorized, TrustPhrases.Unauthorized)).ExecuteAsync(context);
    }
}
