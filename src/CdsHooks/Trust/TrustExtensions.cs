using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Telemetry;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Trust;

/// <summary>Who may call, and how often.</summary>
internal static class TrustExtensions
{
    /// <summary>Registers it.</summary>
    public static void AddClientTrust(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CdsOptions>, TrustOptionsValidator>();
        services.AddSingleton<TrustMode>();
        services.AddSingleton<RefusalLimit>();
        services.AddSingleton<KeySetFetcher>();
        services.AddSingleton<IReplayMemory, ProcessReplayMemory>();
        services.AddSingleton<TokenVerifier>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, ClientLimits>();
        services.AddRateLimiter(_ => { });
    }

    /// <summary>Checks tokens and limits. After routing and CORS: preflights need no token, and refusals carry the origin.</summary>
    public static void UseClientTrust(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<TrustMode>().IsRequired) app.Logger.AuthenticationIsOff(app.Environment.EnvironmentName);
        app.UseMiddleware<ClientTrustMiddleware>();
        app.UseRateLimiter();
    }
}
