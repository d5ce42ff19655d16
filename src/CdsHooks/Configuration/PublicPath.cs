namespace Cds.CdsHooks.Configuration;

/// <summary>The path of the public address as a prefix of every route, for proxies that pass it on.</summary>
internal static class PublicPath
{
    /// <summary>Accepts the prefix; requests without it work as well.</summary>
    public static void UsePublicPath(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<CdsOptions>>().Value.PublicBaseUrl is { } address && new Uri(address).AbsolutePath.TrimEnd('/') is { Length: > 0 } path)
            app.UsePathBase(path);
    }
}
