using Cds.CdsHooks.Wire;

namespace Cds.CdsHooks.Pages;

/// <summary>The style sheet of all pages, from inside the assembly: nothing has to be deployed beside the program.</summary>
internal static class SiteStyle
{
    private static readonly Lazy<byte[]> Sheet = new(Read);

    /// <summary>The sheet for a page that stands alone.</summary>
    public static string Text => System.Text.Encoding.UTF8.GetString(Sheet.Value);

    /// <summary>Maps the route.</summary>
    public static void MapSiteStyle(this IEndpointRouteBuilder routes) => routes.MapRead("/" + PageAddress.Style, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "max-age=600";
        return Results.Bytes(Sheet.Value, "text/css; charset=utf-8");
    }).ExcludeFromDescription();

    private static byte[] Read()
    {
        using Stream stream = typeof(SiteStyle).Assembly.GetManifestResourceStream("Pages/" + PageAddress.Style)
            ?? throw new InvalidOperationException("The style sheet is not in the assembly.");
        using var sheet = new MemoryStream();
        stream.CopyTo(sheet);
        return sheet.ToArray();
    }
}
