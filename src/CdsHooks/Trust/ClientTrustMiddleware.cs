using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Telemetry;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Trust;

/// <summary>
/// Lets calls of marked endpoints through that carry a valid token. The answer to others says nothing about the reason; the log does.
/// </summary>
internal sealed class ClientTrustMiddleware(
    RequestDelegate next, TokenVerifier verifier, TrustMode mode, RefusalLimit refusals, IOptions<CdsOptions> options, ServiceMetrics metrics, ILogger<ClientTrustMiddleware> logger)
{
    private const string Scheme = "Bearer ";

    private readonly CdsOptions _options = options.Value;

    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!mode.IsRequired || context.GetEndpoint()?.Metadata.GetMetadata<NeedsClient>() is not { } needs)
        {
            await next(context);
            return;
        }

        TokenVerdict verdict = await VerifyAsync(context);
        if (verdict.Client is not { } client)
        {
            await RefuseAsync(context, verdict);
            return;
        }

        if (needs.Service is { } service && !verifier.MayCall(client, service))
        {
            logger.ServiceNotAllowed(client.Name, service);
            await new ProblemAnswer(new RequestProblem(ProblemKind.Forbidden, TrustPhrases.Forbidden)).ExecuteAsync(context);
            return;
        }

        context.Features.Set(client);
        await next(context);
    }

    private async Task RefuseAsync(HttpContext context, TokenVerdict verdict)
    {
        metrics.TokenRefused(verdict.Fault);
        if (refusals.Count(context.Connection.RemoteIpAddress?.ToString() ?? "") is { } wait)
        {
            await ClientLimits.RefuseAsync(context, wait);
            return;
        }

        logger.TokenRefused(verdict.Fault, verdict.Issuer ?? "unknown", context.GetEndpoint()?.DisplayName ?? "");
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await new ProblemAnswer(new RequestProblem(ProblemKind.Unauthorized, TrustPhrases.Unauthorized)).ExecuteAsync(context);
    }

    private ValueTask<TokenVerdict> VerifyAsync(HttpContext context)
    {
        string? header = context.Request.Headers.Authorization.Count == 1 ? context.Request.Headers.Authorization[0] : null;
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return ValueTask.FromResult(new TokenVerdict(null, TokenFault.NoToken));
        string publicUrl = _options.PublicBaseUrl ?? throw new InvalidOperationException("The validator asks for a public address when callers sign in.");
        return verifier.VerifyAsync(header[Scheme.Length..].Trim(), Audience.Of(publicUrl, context.Request.Path.Value ?? "/"), context.RequestAborted);
    }
}
