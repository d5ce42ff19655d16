using Cds.CdsHooks.Assessments;
using Cds.CdsHooks.Discovery;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Requests;
using Cds.CdsHooks.Services.Orders;
using Cds.CdsHooks.Services.PatientView;

namespace Cds.CdsHooks.Services;

/// <summary>The CDS services and what all routes share in reading requests.</summary>
internal static class CdsServiceExtensions
{
    /// <summary>Registers the services in the order of discovery.</summary>
    public static void AddCdsServices(this IServiceCollection services)
    {
        services.AddKnowledgeBound<PatientDataReader>();
        services.AddKnowledgeBound<ICdsService, PatientViewService>();
        services.AddKnowledgeBound<ICdsService, OrderSelectService>();
        services.AddKnowledgeBound<ICdsService, OrderSignService>();
        services.AddKnowledgeBound<DiscoveryDocument>();
        services.AddSingleton<CleanJson>();
        services.AddSingleton<JsonBodyReader>();
        services.AddSingleton<RequestLanguage>();
        services.AddSingleton<AsOfParameter>();
    }
}
