using Cds.CdsHooks.Telemetry;
using Microsoft.AspNetCore.Diagnostics;

namespace Cds.CdsHooks.Errors;

/// <summary>
/// The one handler of exceptions: a request that the server could not read is the caller's problem; anything else is ours, is logged under an
/// id and answered with that id and nothing more.
/// </summary>
internal sealed class UnhandledExceptionHandler(ILogger<UnhandledExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        RequestProblem problem = exception is BadHttpRequestException badRequest ? Refused(badRequest) : Failed(httpContext, exception);
        try
        {
            await new ProblemAnswer(problem).ExecuteAsync(httpContext);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Whoever would read the answer has hung up, in the middle of the body or while it was written.
            logger.ClientGone(problem.Kind.Slug);
        }

        return true;
    }

    private static RequestProblem Refused(BadHttpRequestException exception) =>
        new(ProblemKind.OfStatus(exception.StatusCode), Phrases.ForStatus(exception.StatusCode));

    private RequestProblem Failed(HttpContext context, Exception exception)
    {
        string id = Guid.NewGuid().ToString();
        logger.UnhandledException(id, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "no route", exception);
        return new RequestProblem(ProblemKind.InternalError, Phrases.InternalError.With("id", id)) { IncidentId = id };
    }
}
