using Microsoft.AspNetCore.HttpsPolicy;

namespace Cds.CdsHooks.Headers;

/// <summary>Headers that every answer carries, pages and errors included: nothing of this service is put into a frame, and no address goes to other sites.</summary>
internal static class SafetyHeaders
{
    /// <summary>What an answer that is no page may do in a browser; pages bring their own policy.</summary>
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'";

    private static readonly TimeSpan StrictTransport = TimeSpan.FromDays(365);

    /// <summary>Registers how long browsers keep to TLS.</summary>
    public static void AddSafetyHeaders(this IServiceCollection services) => services.Configure<HstsOptions>(hsts => hsts.MaxAge = StrictTransport);

    /// <summary>Sets them when the answer starts, so that an error that clears the answer keeps them. TLS is asked for only where it is used.</summary>
    public static void UseSafetyHeaders(this WebApplication app)
    {
        app.UseHsts();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(static response => Set((HttpResponse)response), context.Response);
            return next(context);
        });
    }

    private static Task Set(HttpResponse response)
    {
        if (response.Headers.ContentSecurityPolicy.Count == 0) response.Headers.ContentSecurityPolicy = NothingRuns;
        if (!response.Headers.ContainsKey("Referrer-Policy")) response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        return Task.CompletedTask;
    }
}
