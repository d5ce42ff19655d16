using Cds.CdsHooks.LocalKnowledge;

namespace Cds.CdsHooks.Smart;

/// <summary>SMART launches of the companion.</summary>
internal static class SmartExtensions
{
    /// <summary>Registers what they need. Nothing of it is made before somebody launches.</summary>
    public static void AddSmartLaunch(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CdsOptions>, SmartOptionsValidator>();
        services.AddSingleton<SmartServers>();
        services.AddSingleton<SmartConfigurations>();
        services.AddSingleton<AssertionSigner>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<LaunchCookie>();
        services.AddSingleton<LaunchPages>();
        services.AddKnowledgeBound<EhrPatients>();
        services.AddKnowledgeBound<LaunchStart>();
        services.AddKnowledgeBound<LaunchReturn>();
    }
}
