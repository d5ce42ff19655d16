using Cds.CdsHooks.Prefetch;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Services;

/// <summary>A CDS service as discovery lists it.</summary>
/// <param name="Id">Id, a path segment; stable for ever.</param>
/// <param name="Hook">Name of the hook in the CDS Hooks library.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">What it does.</param>
/// <param name="UsageRequirements">What it cannot do without.</param>
/// <param name="Prefetch">The data it reads.</param>
internal sealed record ServiceDefinition(
    string Id,
    string Hook,
    LocalizedText Title,
    LocalizedText Description,
    LocalizedText UsageRequirements,
    IReadOnlyList<PrefetchTemplate> Prefetch);
