using Cds.CdsHooks.Data;
using Cds.CdsHooks.Discovery;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Services;

/// <summary>The CDS services and what all routes share in reading requests.</summary>
internal static class CdsServiceExtensions
{
    /// <summary>Ids of the services, for routes, which are mapped while the knowledge is still read.</summary>
    public static IReadOnlyList<string> Ids { get; } = [PatientViewService.Id, OrderSelectService.Id, OrderSignService.Id];

    /// <summary>Registers the pipeline, and the services in the order of discovery.</summary>
    public static void AddCdsServices(this IServiceCollection services)
    {
        services.AddSingleton<CleanJson>();
        services.AddSingleton<BodyReader>();
        services.AddSingleton<JsonBodyReader>();
        services.AddSingleton<FormReader>();
        services.AddSingleton<RequestLanguage>();
        services.AddSingleton<AsOfParameter>();
        services.AddSingleton<HookEnvelope>();
        services.AddSingleton<BundleEnvelope>();
        services.AddSingleton<ReferencedMedications>();
        services.AddSingleton<PrefetchQueries>();
        services.AddSingleton<MissingPrefetch>();
        services.AddKnowledgeBound<PatientDataReader>();
        services.AddKnowledgeBound<PatientFetch>();
        services.AddKnowledgeBound<ICdsService, PatientViewService>();
        services.AddKnowledgeBound<ICdsService, OrderSelectService>();
        services.AddKnowledgeBound<ICdsService, OrderSignService>();
        services.AddKnowledgeBound<Pipeline>();
        services.AddKnowledgeBound<DiscoveryDocument>();
    }

}
