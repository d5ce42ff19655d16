using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Cds.CdsHooks.Pages;

/// <summary>What rendering of pages needs.</summary>
internal static class PageExtensions
{
    /// <summary>Registers it. Letters of all languages stay as they are; what means something in HTML is encoded.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<CookieForm>();
    }
}
