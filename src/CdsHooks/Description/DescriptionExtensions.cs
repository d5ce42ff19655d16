using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cds.CdsHooks.Description;

/// <summary>The API description (OpenAPI): the routes of CDS Hooks with examples, and those beside them.</summary>
internal static class DescriptionExtensions
{
    private const string Prefix = "Wire";

    private const string ProblemJson = "application/problem+json";

    /// <summary>Registers the description.</summary>
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Myeloma CDS",
                Version = "v1",
                Description = "A CDS Hooks service for multiple myeloma: hooks, feedback, assessments and knowledge. The prefetch templates of the hooks stand in /cds-services. "
                    + "Decision support for clinicians; it does not replace clinical judgement.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.CreateSchemaReferenceId = NameOf;
        options.AddOperationTransformer(QueryParameters.DescribeAsync);
        options.AddOperationTransformer(ExampleDescriptions.AddAsync);
    });

    /// <summary>Maps <c>GET /openapi/v1.json</c>.</summary>
    public static void MapDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/v1.json");

    /// <summary>Declares the problems that a route answers with.</summary>
    public static RouteHandlerBuilder ProducesProblemStatuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses) route.Produces<WireProblem>(status, ProblemJson);
        return route;
    }

    /// <summary>Schemas have the names of the field: <c>Card</c>, not <c>WireCard</c>.</summary>
    private static string? NameOf(JsonTypeInfo type) => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name && name.StartsWith(Prefix, StringComparison.Ordinal)
        ? name[Prefix.Length..]
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
}
