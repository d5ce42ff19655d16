using System.Diagnostics;
using Cds.CdsHooks.Description;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Requests;
using Cds.CdsHooks.Telemetry;
using Cds.CdsHooks.Trust;
using Cds.FhirMapping;
using Cds.FhirMapping.Validation;
using Cds.Knowledge;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;
using Hl7.Fhir.Model;
using Microsoft.AspNetCore.Http.Features;
using Task = System.Threading.Tasks.Task;

namespace Cds.CdsHooks.Assessments;

/// <summary><c>POST /assessments</c>: a Bundle in, the whole assessment out.</summary>
internal static class AssessmentEndpoints
{
    /// <summary>Maps the route.</summary>
    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assessments", (Delegate)AssessWithoutPostAsync).RequireClient().ExcludeFromDescription();
        routes.MapPost("/assessments", (Delegate)AssessAsync)
            .RequireClient()
            .WithName("Assess")
            .WithSummary("Assesses the one patient of a FHIR R4 Bundle.")
            .WithDescription(
                "Body: a Bundle of any type with exactly one Patient. asOf is a date (its end counts) or a date-time and defaults to now in the configured "
                + "time zone; data dated later are ignored. explain=all adds the options that were left out and the recommendations that do not apply, "
                + "with the reason. validate=true adds what is no valid FHIR R4 in the body.")
            .WithTags("Assessments")
            .Accepts<BundleDescription>("application/fhir+json", "application/json")
            .Produces<AssessmentDescription>(StatusCodes.Status200OK, "application/json")
            .ProducesProblemStatuses(400, 408, 413, 415);
    }

    /// <summary>A read of patient data that needs a body: clients that send one with GET are answered, everybody else learns that POST is meant.</summary>
    private static Task AssessWithoutPostAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }) return AssessAsync(context);
        context.Response.Headers.Allow = HttpMethods.Post;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private static async Task AssessAsync(HttpContext context)
    {
        long started = Stopwatch.GetTimestamp();
        IServiceProvider services = context.RequestServices;
        AsOfReading asOf = services.GetRequiredService<AsOfParameter>().Read(context.Request);
        if ((RequestLanguage.Check(context.Request) ?? CheckExplain(context.Request) ?? ValidateParameter.Check(context.Request) ?? asOf.Problem) is { } wrongParameter)
        {
            await new ProblemAnswer(wrongParameter).ExecuteAsync(context);
            return;
        }

        JsonBodyReading body = await services.GetRequiredService<JsonBodyReader>().ReadAsync(context);
        if (body.Body is null)
        {
            await new ProblemAnswer(body.Problem!).ExecuteAsync(context);
            return;
        }

        Language language = services.GetRequiredService<RequestLanguage>().Of(context.Request);
        PatientFactsReading reading;
        OperationOutcome? validation;
        using (body.Body)
        {
            reading = services.GetRequiredService<PatientFactsReader>().ReadBundle(body.Body.Bytes);
            validation = reading.Facts is not null && ValidateParameter.IsAsked(context.Request) ? InputIssues.Find(body.Body.Bytes, language) : null;
        }

        if (reading.Facts is null)
        {
            FhirProblem fault = reading.Problem ?? throw new InvalidOperationException("A reading has facts or a problem.");
            await new ProblemAnswer(new RequestProblem(ProblemKind.InvalidResource, fault.Text, fault.Path)).ExecuteAsync(context);
            return;
        }

        Assessment assessment = services.GetRequiredService<Assessor>().Assess(reading.Facts, asOf.AsOf);
        KnowledgeBase knowledge = services.GetRequiredService<KnowledgeBase>();
        ExplanationWriter? explanation = context.Request.Query.ContainsKey("explain") ? new ExplanationWriter(knowledge, language) : null;
        await JsonAnswer.WriteAsync(
            context, StatusCodes.Status200OK, "application/json", language, writer => AssessmentWriter.Write(writer, assessment, knowledge, language, explanation, validation));
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AssessmentEndpoints)).Assessed(
            assessment.Conclusions.Count, assessment.Recommendations.Count, assessment.Notes.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static RequestProblem? CheckExplain(HttpRequest request) =>
        request.Query.TryGetValue("explain", out var explain) && explain != "all"
            ? new RequestProblem(ProblemKind.InvalidParameter, Phrases.InvalidExplain, "explain")
            : null;
}
