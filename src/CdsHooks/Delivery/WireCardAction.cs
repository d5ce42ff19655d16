using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>One thing that accepting a suggestion does.</summary>
/// <param name="Type"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="Description">One line.</param>
/// <param name="ResourceId">Reference of what is deleted.</param>
/// <param name="Resource">A complete FHIR R4 resource, for <c>create</c> and <c>update</c>.</param>
public sealed record WireCardAction(string Type, string Description, string? ResourceId = null, FhirResource? Resource = null)
{
    internal static WireCardAction Of(CardAction action) =>
        new(WireName.Of(action.Type), action.Description, action.ResourceId, action.Resource is { } resource ? new FhirResource(resource) : null);
}
