using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Cds.CdsHooks.Limits;

/// <summary>
/// Counts open connections. A request on one above the limit is told to come again, and its connection ends; probes are answered, since a full service is a live
/// one. The web server closes without a word what comes beyond those that are told.
/// </summary>
internal sealed class ConnectionLimit(IOptions<CdsOptions> options, LimitMetrics metrics)
{
    /// <summary>Connections above the limit that are told so at the same time.</summary>
    public const int ToldAtOnce = 100;

    private static readonly object IsAbove = new();
    private static readonly TimeSpan WaitForConnection = TimeSpan.FromSeconds(5);

    private readonly int _most = options.Value.Limits.Connections;
    private int _open;

    /// <summary>Counts a connection as long as it is open.</summary>
    public ConnectionDelegate Count(ConnectionDelegate next) => async connection =>
    {
        if (Interlocked.Increment(ref _open) > _most) connection.Items[IsAbove] = true;
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    };

    /// <summary>Answers a request on a connection above the limit; lets others pass.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        bool isAbove = context.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(IsAbove) == true;
        if (!isAbove || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)) return next(context);
        metrics.Refused(Bound.Connections);
        context.Response.Headers.Connection = "close";
        return new ProblemAnswer(ProblemKind.Overloaded.After(WaitForConnection, LimitPhrases.Overloaded)).ExecuteAsync(context);
    }
}
