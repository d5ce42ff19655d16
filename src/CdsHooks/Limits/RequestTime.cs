using Microsoft.AspNetCore.Http.Timeouts;

namespace Cds.CdsHooks.Limits;

/// <summary>How long a request may take in all. Then its work is cancelled like that of a client that has gone, and the client is told to come again.</summary>
internal sealed class RequestTime(IOptions<CdsOptions> options, LimitMetrics metrics) : IConfigureOptions<RequestTimeoutOptions>
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public void Configure(RequestTimeoutOptions timeouts) => timeouts.DefaultPolicy = new RequestTimeoutPolicy
    {
        Timeout = options.Value.Limits.RequestTime,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = context =>
        {
            metrics.Refused(Bound.Time);
            // The token that ended the work would end the answer too.
            context.RequestAborted = CancellationToken.None;
            return new ProblemAnswer(ProblemKind.Overloaded.After(Wait, LimitPhrases.TookTooLong)).ExecuteAsync(context);
        },
    };
}
