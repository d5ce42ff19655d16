namespace Cds.CdsHooks.Envelope;

/// <summary>A CDS service as discovery lists it, and what the context of its hook has to hold.</summary>
/// <param name="Id">Id, a path segment; stable for ever.</param>
/// <param name="Hook">Name of the hook in the CDS Hooks library.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">What it does.</param>
/// <param name="UsageRequirements">What it cannot do without.</param>
/// <param name="Prefetch">The data it reads.</param>
/// <param name="CheckContext">The problem with the context of a call; null when it is usable.</param>
internal sealed record ServiceDefinition(
    string Id,
    string Hook,
    LocalizedText Title,
    LocalizedText Description,
    LocalizedText UsageRequirements,
    IReadOnlyList<PrefetchTemplate> Prefetch,
    Func<JsonElement, RequestProblem?> CheckContext);
