using Cds.CdsHooks.Description;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Trust;
using Microsoft.AspNetCore.Http.Features;

namespace Cds.CdsHooks.Assessments;

/// <summary><c>POST /assessments</c>: a Bundle in, the whole assessment out.</summary>
internal static class AssessmentEndpoints
{
    /// <summary>Maps the route.</summary>
    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assessments", AssessWithoutPostAsync).RequireClient().ExcludeFromDescription();
        routes.MapPost("/assessments", (HttpContext http, Pipeline pipeline) => pipeline.AssessAsync(http))
            .RequireClient()
            .WithName("Assess")
            .WithSummary("Assesses the one patient of a FHIR R4 Bundle.")
            .WithDescription(
                "Body: a Bundle of any type with exactly one Patient. asOf is a date (its end counts) or a date-time and defaults to now in the configured "
                + "time zone; data dated later are ignored. explain=all adds the options that were left out and the recommendations that do not apply, "
                + "with the reason. validate=true adds what is no valid FHIR R4 in the body.")
            .WithTags("Assessments")
            .Accepts<WireBundle>("application/fhir+json", "application/json")
            .Produces<WireAssessment>(StatusCodes.Status200OK, "application/json")
            .ProducesProblemStatuses(400, 408, 413, 415)
            .WithExamples("samples/mgus-igg", "Examples/assessment");
    }

    /// <summary>A read of patient data that needs a body: clients that send one with GET are answered, everybody else learns that POST is meant.</summary>
    private static Task AssessWithoutPostAsync(HttpContext http, Pipeline pipeline)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }) return pipeline.AssessAsync(http);
        http.Response.Headers.Allow = HttpMethods.Post;
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
