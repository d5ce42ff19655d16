using CorsOptions = Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions;

namespace Cds.CdsHooks.Cors;

/// <summary>The default policy: configured origins, any in development; no credentials (CDS Hooks carries its token in a header).</summary>
internal sealed class CrossOriginPolicy(IOptions<CdsOptions> options, IHostEnvironment environment) : IConfigureOptions<CorsOptions>
{
    private static readonly TimeSpan PreflightLife = TimeSpan.FromHours(1);

    public void Configure(CorsOptions cors)
    {
        string[] origins = [.. options.Value.Cors.Origins];
        bool any = origins.Contains("*") || (origins.Length == 0 && environment.IsDevelopment());
        cors.AddDefaultPolicy(policy =>
        {
            if (any) policy.SetIsOriginAllowed(_ => true);
            else policy.WithOrigins(origins);
            policy.AllowAnyHeader().WithMethods("GET", "HEAD", "POST").SetPreflightMaxAge(PreflightLife).WithExposedHeaders("Content-Language", "WWW-Authenticate", "Retry-After");
        });
    }
}
