using System.Collections.Frozen;
using Cds.CdsHooks.Wire;

namespace Cds.CdsHooks.Pages;

/// <summary>Style sheets, scripts and the icon of the pages, from inside the assembly: nothing has to be deployed beside the program.</summary>
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
        foreach (string resource in typeof(SiteFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            string mediaType = MediaTypes[Path.GetExtension(resource)];
            var content = new Lazy<byte[]>(() => Read(resource));
            routes.MapRead("/" + resource[Folder.Length..], (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "max-age=600";
                return Results.Bytes(content.Value, mediaType);
            }).ExcludeFromDescription();
        }
    }

    /// <summary>The style sheet, for a page that stands alone in a file.</summary>
    public static string Style => System.Text.Encoding.UTF8.GetString(Read(Folder + PageAddress.Style));

    private static byte[] Read(string resource)
    {
        using Stream stream = typeof(SiteFiles).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
