using Cds.CdsHooks.Health;

namespace Cds.CdsHooks.Audit;

/// <summary>Delivery of answers and their records.</summary>
internal static class AuditExtensions
{
    /// <summary>Registers it.</summary>
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<SmartAppLink>();
        services.AddSingleton<GuidanceDelivery>();
        services.AddSingleton<Readiness>();
    }
}
