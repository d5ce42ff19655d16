namespace Cds.CdsHooks.Pages;

/// <summary>
/// The form of cookies of the pages: never for scripts, over TLS where the service is reached by it. Where EHRs may frame the pages a cookie is sent within
/// frames too, kept apart for each site that frames (<c>Partitioned</c>); otherwise only within this site and when somebody arrives by a link.
/// </summary>
internal sealed class CookieForm(IOptions<CdsOptions> options)
{
    private readonly bool _isFramed = options.Value.Smart.FrameAncestors.Count > 0;
    private readonly bool _isPublicSecure = options.Value.PublicBaseUrl?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Options of a cookie of an answer; the same for setting and deleting it.</summary>
    public CookieOptions Of(HttpContext context)
    {
        var form = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Path = context.Request.PathBase is { HasValue: true } prefix ? prefix.Value : "/",
            Secure = _isFramed || _isPublicSecure || context.Request.IsHttps,
            SameSite = _isFramed ? SameSiteMode.None : SameSiteMode.Lax,
        };
        if (_isFramed) form.Extensions.Add("Partitioned");
        return form;
    }

    /// <summary>The name that a cookie has in the browser: over TLS, and where the service has the host to itself, browsers make sure that no other host has set it.</summary>
    public static string NameOf(string name, CookieOptions form) => form is { Secure: true, Path: "/" } ? "__Host-" + name : name;
}
