using Cds.CdsHooks.Delivery;
using Cds.CdsHooks.Discovery;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Feedback;

namespace Cds.CdsHooks.Description;

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
        .ProducesOutcomes([.. Refusals, 412]).WithExamples($"Examples/{id}", "Examples/cards");

    /// <summary>Describes feedback on the cards of a service.</summary>
    public static RouteHandlerBuilder DescribeFeedback(this RouteHandlerBuilder route, string id) => route
        .WithName(id + "-feedback").WithSummary($"Tells what clinicians did with cards of {id}.").WithTags(Tag)
        .Accepts<WireFeedbackRequest>(Json).Produces<WireFeedbackStored>()
        .ProducesOutcomes([.. Refusals, 503]).WithExamples("Examples/feedback");

    private static RouteHandlerBuilder ProducesOutcomes(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses) route.Produces<WireOutcome>(status, FhirJson);
        return route;
    }
}
