using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Health;

/// <summary>Probes.</summary>
internal static class HealthExtensions
{
    /// <summary>Registers what they try.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddKnowledgeBound<Readiness>();
}
