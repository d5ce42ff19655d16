using System.Text.Json.Nodes;
using Cds.CdsHooks.Pages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Cds.CdsHooks.Description;

/// <summary>Examples of an operation: names of files in the assembly, read when somebody asks for the description.</summary>
/// <param name="Request">Body of the request.</param>
/// <param name="Response">Body of the answer; null for none.</param>
internal sealed record DescribedExamples(string Request, string? Response);

/// <summary>Examples in the API description.</summary>
internal static class ExampleDescriptions
{
    /// <summary>Declares the examples of a route.</summary>
    public static RouteHandlerBuilder WithExamples(this RouteHandlerBuilder route, string request, string? response = null) => route.WithMetadata(new DescribedExamples(request, response));

    /// <summary>Puts the examples of an operation into its description.</summary>
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<DescribedExamples>().FirstOrDefault() is not { } examples) return Task.CompletedTask;
        Show(operation.RequestBody?.Content, examples.Request);
        if (examples.Response is { } response) Show(operation.Responses?["200"].Content, response);
        return Task.CompletedTask;
    }

    private static void Show(IDictionary<string, OpenApiMediaType>? content, string name)
    {
        foreach (OpenApiMediaType body in content?.Values ?? []) body.Example = Read(name);
    }

    private static JsonNode Read(string name)
    {
        using Stream stream = ShippedFile.Open(name + ".json");
        return JsonNode.Parse(stream)!;
    }
}
