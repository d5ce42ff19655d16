using Cds.CdsHooks.Pages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cds.CdsHooks.Description;

/// <summary>Describes the query parameters, which handlers read themselves so that a wrong value gets the service's own error.</summary>
internal static class QueryParameters
{
    /// <summary>Adds <c>lang</c> where an answer has texts, and <c>asOf</c>, <c>explain</c> and <c>validate</c> to the assessment.</summary>
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        string path = context.Description.RelativePath ?? "";
        if (path.StartsWith("health", StringComparison.Ordinal)) return Task.CompletedTask;
        operation.Parameters ??= [];
        foreach (OpenApiParameter place in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path)) place.Description = "Id as /knowledge lists it.";
        if (path == PageAddress.Search) operation.Parameters.Add(Parameter("q", "Words of titles, ids or texts in either language; all have to be found.", new OpenApiSchema { Type = JsonSchemaType.String }));
        if (path == "assessments")
        {
            operation.Parameters.Add(Parameter("asOf", "Date (its end counts) or date-time asked about; now by default.", new OpenApiSchema { Type = JsonSchemaType.String }));
            operation.Parameters.Add(Parameter("explain", "all adds the options that were left out and the recommendations that do not apply, with the reason.", Choice("all")));
            operation.Parameters.Add(Parameter("validate", "true adds what is no valid FHIR R4 in the body, as an OperationOutcome; false by default.", Choice("true", "false")));
        }

        operation.Parameters.Add(Parameter("lang", "Language; by default that of Accept-Language, else of the configuration.", Choice("en", "ja")));
        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };

    private static OpenApiSchema Choice(params string[] values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => System.Text.Json.Nodes.JsonValue.Create(value))] };
}
