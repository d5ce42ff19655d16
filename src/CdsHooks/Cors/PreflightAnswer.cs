using Microsoft.AspNetCore.Cors.Infrastructure;
using CorsOptions = Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions;

namespace Cds.CdsHooks.Cors;

/// <summary>
/// Names <c>Authorization</c> and <c>Content-Type</c> in every preflight answer, whatever the preflight asked for: a client that asks for less
/// (or caches the answer of a lesser request) must not find its next call refused.
/// </summary>
internal sealed class PreflightAnswer(IOptions<CorsOptions> options, ILoggerFactory loggers) : CorsService(options, loggers)
{
    private static readonly string[] Always = ["Authorization", "Content-Type"];

    /// <inheritdoc />
    public override void EvaluatePreflightRequest(HttpContext context, CorsPolicy policy, CorsResult result)
    {
        base.EvaluatePreflightRequest(context, policy, result);
        foreach (string header in Always)
        {
            if (!result.AllowedHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)) result.AllowedHeaders.Add(header);
        }
    }
}
