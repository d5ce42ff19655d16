namespace Cds.CdsHooks.Configuration;

/// <summary>Where the service listens: <c>Cds:Url</c>, else what ASP.NET Core is configured with, else the default.</summary>
internal static class ListenAddress
{
    /// <summary>Applies the choice.</summary>
    public static void Choose(WebApplicationBuilder builder)
    {
        IConfiguration configuration = builder.Configuration;
        if (configuration[$"{CdsOptions.Section}:{nameof(CdsOptions.Url)}"] is { Length: > 0 } url)
        {
            builder.WebHost.UseUrls(url);
        }
        else if (!IsConfiguredElsewhere(configuration))
        {
            builder.WebHost.UseUrls(CdsOptions.DefaultUrl);
        }
    }

    private static bool IsConfiguredElsewhere(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 }
        || configuration["http_ports"] is { Length: > 0 }
        || configuration["https_ports"] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
