using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cds.CdsHooks.Description;

/// <summary>The services, as <c>GET /cds-services</c> lists them.</summary>
/// <param name="Services">One entry a service.</param>
public sealed record DiscoveryDescription(IReadOnlyList<ServiceDescription> Services);

/// <summary>A CDS service.</summary>
/// <param name="Hook">Name of the hook.</param>
/// <param name="Id">Id, the last part of its address.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">What it does.</param>
/// <param name="Version">Version of CDS Hooks that it is built to.</param>
/// <param name="UsageRequirements">What it cannot do without.</param>
/// <param name="Prefetch">Prefetch templates by key.</param>
/// <param name="HookVersion">Version of the hook, for clients of CDS Hooks 3.0.</param>
public sealed record ServiceDescription(
    string Hook, string Id, string Title, string Description, string Version, string UsageRequirements, IReadOnlyDictionary<string, string> Prefetch, string? HookVersion = null);

/// <summary>A call of a CDS service (CDS Hooks 2.0.1).</summary>
public sealed record HookRequestDescription
{
    /// <summary>Name of the hook.</summary>
    public required string Hook { get; init; }

    /// <summary>UUID of this call.</summary>
    public required Guid HookInstance { get; init; }

    /// <summary>Context of the hook: <c>userId</c>, <c>patientId</c>; for orders <c>draftOrders</c> and, for order-select, <c>selections</c>.</summary>
    public required JsonElement Context { get; init; }

    /// <summary>FHIR resources, Bundles or null by the keys that discovery lists.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Prefetch { get; init; }

    /// <summary>FHIR server to read from what is not prefetched; it has to be allowed by configuration.</summary>
    public string? FhirServer { get; init; }

    /// <summary>Access to that server: <c>access_token</c>, <c>token_type</c>, <c>expires_in</c>, <c>scope</c>, <c>subject</c>, <c>patient</c>.</summary>
    public JsonElement? FhirAuthorization { get; init; }

    /// <summary>Ignored.</summary>
    public JsonElement? Extension { get; init; }
}

/// <summary>The answer of a CDS service.</summary>
public sealed record CardsDescription
{
    /// <summary>Cards, the most urgent first; empty when there is nothing to say.</summary>
    public required IReadOnlyList<CardDescription> Cards { get; init; }

    /// <summary>What the answer says beside its cards.</summary>
    public JsonElement? Extension { get; init; }
}

/// <summary>A card.</summary>
public sealed record CardDescription
{
    /// <summary>Fresh for every answer; feedback refers to it.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>One sentence, at most 139 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>Markdown without HTML.</summary>
    public string? Detail { get; init; }

    /// <summary><c>info</c>, <c>warning</c> or <c>critical</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>Where the guidance comes from.</summary>
    public required CardSourceDescription Source { get; init; }

    /// <summary>What can be accepted with one click.</summary>
    public IReadOnlyList<SuggestionDescription>? Suggestions { get; init; }

    /// <summary><c>any</c> or <c>at-most-one</c>; with suggestions only.</summary>
    public string? SelectionBehavior { get; init; }

    /// <summary>Reasons for setting the card aside.</summary>
    public IReadOnlyList<CodingDescription>? OverrideReasons { get; init; }

    /// <summary>The rules behind the card, and the companion app.</summary>
    public IReadOnlyList<CardLinkDescription>? Links { get; init; }

    /// <summary>The answer as data.</summary>
    public required CardExtensionDescription Extension { get; init; }
}

/// <summary>Source of a card.</summary>
/// <param name="Label">Short name of the document.</param>
/// <param name="Url">Its page in the knowledge book.</param>
/// <param name="Topic">Topic of the card.</param>
public sealed record CardSourceDescription(string Label, string Url, CodingDescription Topic);

/// <summary>A code.</summary>
/// <param name="System">Code system.</param>
/// <param name="Code">Code.</param>
/// <param name="Display">Name for people.</param>
public sealed record CodingDescription(string System, string Code, string? Display = null);

/// <summary>A suggestion.</summary>
/// <param name="Label">Label.</param>
/// <param name="Uuid">Fresh for every answer.</param>
/// <param name="Actions">What accepting it does; all of it together.</param>
/// <param name="IsRecommended">Present and true for the one to choose.</param>
public sealed record SuggestionDescription(string Label, Guid Uuid, IReadOnlyList<CardActionDescription> Actions, bool? IsRecommended = null);

/// <summary>One thing that accepting a suggestion does.</summary>
/// <param name="Type"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="Description">One line.</param>
/// <param name="Resource">A complete FHIR R4 resource, for <c>create</c> and <c>update</c>.</param>
/// <param name="ResourceId">Reference of what is deleted.</param>
public sealed record CardActionDescription(string Type, string Description, JsonElement? Resource = null, string? ResourceId = null);

/// <summary>A link of a card.</summary>
/// <param name="Label">Label.</param>
/// <param name="Url">Address.</param>
/// <param name="Type"><c>absolute</c> or <c>smart</c>.</param>
/// <param name="AppContext">For the companion app: ids of call and card.</param>
public sealed record CardLinkDescription(string Label, string Url, string Type, string? AppContext = null);

/// <summary>What a card says to programs.</summary>
/// <param name="Assessment">Id, value or status, options, basis, missing and citations, in the shape of <c>/assessments</c>.</param>
/// <param name="OverrideReasons">The override reasons beside their standard codes.</param>
public sealed record CardExtensionDescription(
    [property: JsonPropertyName("org.myeloma-cds.assessment")] JsonElement Assessment,
    [property: JsonPropertyName("org.myeloma-cds.override-reasons")] JsonElement? OverrideReasons = null);
