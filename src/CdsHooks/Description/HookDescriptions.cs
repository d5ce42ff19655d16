using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Cds.CdsHooks.Feedback;
using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Discovery;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Description;

/// <summary>Examples of an operation: names of files in <c>Description/Examples</c>.</summary>
/// <param name="Request">Body of the request.</param>
/// <param name="Response">Body of the answer; null for none.</param>
internal sealed record DescribedExamples(string Request, string? Response);

/// <summary>How the routes of CDS Hooks are described: shapes, problems, examples.</summary>
internal static class HookDescriptions
{
    private const string Json = "application/json", FhirJson = "application/fhir+json", Tag = "CDS Hooks";

    private static readonly int[] Refusals = [400, 401, 403, 408, 413, 415, 429];

    /// <summary>Describes discovery.</summary>
    public static RouteHandlerBuilder DescribeDiscovery(this RouteHandlerBuilder route) =>
        route.WithName("Discovery").WithSummary("The CDS services and the data that they ask for.").WithTags(Tag).Produces<WireDiscovery>();

    /// <summary>Describes the call of a service.</summary>
    public static RouteHandlerBuilder DescribeHook(this RouteHandlerBuilder route, string id) => route
        .WithName(id).WithSummary($"Calls the service {id}; cards come back.").WithTags(Tag)
        .Accepts<WireHookRequest>(Json).Produces<WireCards>()
        .ProducesOutcomes([.. Refusals, 412]).WithMetadata(new DescribedExamples(id, "cards"));

    /// <summary>Describes feedback on the cards of a service.</summary>
    public static RouteHandlerBuilder DescribeFeedback(this RouteHandlerBuilder route, string id) => route
        .WithName(id + "-feedback").WithSummary($"Tells what clinicians did with cards of {id}.").WithTags(Tag)
        .Accepts<WireFeedbackRequest>(Json).Produces<WireFeedbackStored>()
        .ProducesOutcomes([.. Refusals, 503]).WithMetadata(new DescribedExamples("feedback", null));

    /// <summary>Puts the examples of an operation into its description.</summary>
    public static Task AddExamplesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<DescribedExamples>().FirstOrDefault() is not { } examples) return Task.CompletedTask;
        if (operation.RequestBody?.Content is { } request && request.TryGetValue(Json, out OpenApiMediaType? body)) body.Example = Example(examples.Request);
        if (examples.Response is { } name && operation.Responses?["200"].Content is { } response && response.TryGetValue(Json, out OpenApiMediaType? answer)) answer.Example = Example(name);
        return Task.CompletedTask;
    }

    private static RouteHandlerBuilder ProducesOutcomes(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses) route.Produces<WireOutcome>(status, FhirJson);
        return route;
    }

    private static JsonNode Example(string name)
    {
        using Stream stream = typeof(HookDescriptions).Assembly.GetManifestResourceStream($"Examples/{name}.json")
            ?? throw new InvalidOperationException($"There is no example {name}.");
        return JsonNode.Parse(stream)!;
    }
}
