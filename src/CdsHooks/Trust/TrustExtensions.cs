using Cds.CdsHooks.Telemetry;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

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
        services.AddSingleton<CallRefusal>();
        services.AddSingleton<KeySetFetcher>();
        services.AddSingleton<ClientRegistry>();
        services.AddHostedService<KeySetStart>();
        services.AddSingleton<IReplayMemory, ProcessReplayMemory>();
        services.AddSingleton<TokenVerifier>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerTokenHandler>(BearerTokenHandler.Name, _ => { });
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, ClientRequirementHandler>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, ClientLimits>();
        services.AddRateLimiter(_ => { });
        // The framework's line for each challenge would be written for floods as well; ours says more and stops at the limit.
        services.AddLogging(logging => logging.AddFilter(typeof(BearerTokenHandler).FullName, LogLevel.Warning));
    }

    /// <summary>Checks tokens and limits. After routing and CORS: preflights need no token, and refusals carry the origin.</summary>
    public static void UseClientTrust(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<TrustMode>().IsRequired) app.Logger.AuthenticationIsOff(app.Environment.EnvironmentName);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseMiddleware<SingleUse>();
    }
}
