using Microsoft.AspNetCore.Diagnostics;

namespace Cds.CdsHooks.Errors;

/// <summary>Error answers of the framework (404, 405, 413, 415, exceptions) in the service's own form.</summary>
internal static class ErrorAnswerExtensions
{
    /// <summary>Registers the exception handler.</summary>
    public static void AddErrorAnswers(this IServiceCollection services) =>
        services.AddProblemDetails().AddExceptionHandler<UnhandledExceptionHandler>();

    /// <summary>Gives every answer without a body one, and keeps exceptions inside.</summary>
    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(WriteBodyAsync);
    }

    private static Task WriteBodyAsync(StatusCodeContext pages)
    {
        HttpContext context = pages.HttpContext;
        int status = context.Response.StatusCode;
        if (status == StatusCodes.Status405MethodNotAllowed && HttpMethods.IsOptions(context.Request.Method))
        {
            // Not a preflight (CORS answers those earlier): the Allow header that routing has set is the whole answer.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return new ProblemAnswer(new RequestProblem(ProblemKind.OfStatus(status), Phrases.ForStatus(status))).ExecuteAsync(context);
    }
}
