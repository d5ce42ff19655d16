using Microsoft.AspNetCore.Cors.Infrastructure;
using CorsOptions = Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions;

namespace Cds.CdsHooks.Cors;

/// <summary>Browser clients such as the CDS Hooks Sandbox.</summary>
internal static class CrossOriginExtensions
{
    /// <summary>Registers the policy that configuration describes.</summary>
    public static void AddCrossOrigin(this IServiceCollection services)
    {
        services.AddCors();
        services.AddSingleton<ICorsService, PreflightAnswer>();
        services.AddSingleton<IConfigureOptions<CorsOptions>, CrossOriginPolicy>();
    }
}
