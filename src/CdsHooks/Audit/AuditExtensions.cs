using Cds.CdsHooks.Health;
using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Audit;

/// <summary>Delivery of answers and their records.</summary>
internal static class AuditExtensions
{
    /// <summary>Registers it.</summary>
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<SmartAppLink>();
        services.AddKnowledgeBound<KeepingBack>();
        services.AddSingleton<KeptBackCard>();
        services.AddKnowledgeBound<GuidanceDelivery>();
        services.AddKnowledgeBound<Readiness>();
    }
}
