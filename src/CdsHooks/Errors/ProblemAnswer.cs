using System.Globalization;
using System.Text.Json;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Wire;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Errors;

/// <summary>
/// Writes a problem in the form of the route: an OperationOutcome under <c>/cds-services</c> (CDS Hooks), problem details of RFC 9457
/// everywhere else.
/// </summary>
internal sealed class ProblemAnswer(RequestProblem problem) : IResult
{
    private const string FhirJson = "application/fhir+json";
    private const string ProblemJson = "application/problem+json";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        Language language = httpContext.RequestServices.GetRequiredService<RequestLanguage>().Of(httpContext.Request);
        if (problem.RetryAfter is { } wait) httpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        bool isCdsHooks = httpContext.Request.Path.StartsWithSegments("/cds-services", StringComparison.OrdinalIgnoreCase);
        return JsonAnswer.WriteAsync(
            httpContext,
            problem.Kind.Status,
            isCdsHooks ? FhirJson : ProblemJson,
            language,
            writer => { if (isCdsHooks) WriteOperationOutcome(writer, language); else WriteProblemDetails(writer, language); });
    }

    private void WriteOperationOutcome(Utf8JsonWriter writer, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "OperationOutcome");
        writer.WriteStartArray("issue");
        writer.WriteStartObject();
        writer.WriteString("severity", problem.Kind.Status >= 500 ? "fatal" : "error");
        writer.WriteString("code", problem.Kind.IssueCode);
        writer.WriteStartObject("details");
        writer.WriteStartArray("coding");
        writer.WriteStartObject();
        writer.WriteString("system", ProblemKind.TypeBase.TrimEnd('/'));
        writer.WriteString("code", problem.Kind.Slug);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("text", problem.Detail.In(language));
        writer.WriteEndObject();
        if (problem.Path is { } path) writer.WriteString("diagnostics", path);
        else if (problem.IncidentId is { } id) writer.WriteString("diagnostics", id);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteProblemDetails(Utf8JsonWriter writer, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("type", ProblemKind.TypeBase + problem.Kind.Slug);
        writer.WriteString("title", problem.Kind.Title.In(language));
        writer.WriteNumber("status", problem.Kind.Status);
        writer.WriteString("detail", problem.Detail.In(language));
        if (problem.Path is { } path) writer.WriteString("path", path);
        if (problem.IncidentId is { } id) writer.WriteString("incident", id);
        writer.WriteEndObject();
    }
}
