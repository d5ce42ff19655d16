using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>Reading from the FHIR servers of clients.</summary>
internal static class FhirAccessExtensions
{
    /// <summary>Registers it.</summary>
    public static void AddFhirAccess(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CdsOptions>, FhirAccessOptionsValidator>();
        services.AddSingleton<GuardedClient>();
        services.AddSingleton<FhirServerList>();
        services.AddSingleton<ServerPipelines>();
        services.AddSingleton<FhirClient>();
        services.AddSingleton<PagedSearch>();
    }
}
