using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Discovery;

/// <summary>A CDS service.</summary>
/// <param name="Hook">Name of the hook.</param>
/// <param name="Id">Id, the last part of its address.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">What it does.</param>
/// <param name="Version">Version of CDS Hooks that it is built to.</param>
/// <param name="HookVersion">Version of the hook, for clients of CDS Hooks 3.0.</param>
/// <param name="UsageRequirements">What it cannot do without.</param>
/// <param name="Prefetch">Prefetch templates by key.</param>
public sealed record WireService(
    string Hook, string Id, string Title, string Description, string Version, string HookVersion, string UsageRequirements, IReadOnlyDictionary<string, string> Prefetch)
{
    /// <summary>Version of CDS Hooks that the service is built to.</summary>
    private const string SpecificationVersion = "2.0.1";

    /// <summary>That of the definitions of patient-view, order-select and order-sign; CDS Hooks 3.0 has the member, 2.0 clients ignore it.</summary>
    private const string VersionOfHooks = "1.0";

    internal static WireService Of(ServiceDefinition service, Language language) => new(
        service.Hook,
        service.Id,
        service.Title.In(language),
        service.Description.In(language),
        SpecificationVersion,
        VersionOfHooks,
        service.UsageRequirements.In(language),
        service.Prefetch.ToDictionary(template => template.Key, template => template.Query));
}
