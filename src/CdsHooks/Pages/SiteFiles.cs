using System.Collections.Frozen;

namespace Cds.CdsHooks.Pages;

/// <summary>Style sheets, scripts and the icon of the pages.</summary>
internal static class SiteFiles
{
    private const string Folder = "site/";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    /// <summary>Maps a route for each file; one is read when it is first asked for.</summary>
    public static void MapSiteFiles(this IEndpointRouteBuilder routes)
    {
        foreach (string resource in ShippedFile.Names(Folder))
        {
            string mediaType = MediaTypes[Path.GetExtension(resource)];
            var content = new Lazy<byte[]>(() => ShippedFile.Bytes(resource));
            routes.MapRead("/" + resource[Folder.Length..], (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "max-age=600";
                return Results.Bytes(content.Value, mediaType);
            }).ExcludeFromDescription();
        }
    }

    /// <summary>The style sheet, for a page that stands alone in a file.</summary>
    public static string Style => ShippedFile.Text(Folder + PageAddress.Style);
}
