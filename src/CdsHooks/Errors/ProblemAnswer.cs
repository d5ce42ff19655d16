namespace Cds.CdsHooks.Errors;

/// <summary>
/// Writes a problem in the form of the route: an OperationOutcome under <c>/cds-services</c> (CDS Hooks), problem details of RFC 9457
/// everywhere else.
/// </summary>
internal sealed class ProblemAnswer(RequestProblem problem) : IResult
{
    private const string FhirJson = "application/fhir+json";
    private const string ProblemMediaType = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        Language language = httpContext.RequestServices.GetRequiredService<RequestLanguage>().Of(httpContext.Request);
        SetRetryAfter(httpContext.Response, problem);
        bool isCdsHooks = httpContext.Request.Path.StartsWithSegments("/cds-services", StringComparison.OrdinalIgnoreCase);
        return isCdsHooks
            ? JsonAnswer.WriteAsync(httpContext, problem.Kind.Status, FhirJson, language, WireOutcome.Of(problem, language), ProblemJson.Default.WireOutcome)
            : JsonAnswer.WriteAsync(httpContext, problem.Kind.Status, ProblemMediaType, language, WireProblem.Of(problem, language), ProblemJson.Default.WireProblem);
    }

    /// <summary>Says when to try again, where the problem passes by itself.</summary>
    public static void SetRetryAfter(HttpResponse response, RequestProblem problem)
    {
        if (problem.RetryAfter is { } wait) response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
