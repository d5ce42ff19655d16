using System.Security.Cryptography;

namespace Cds.CdsHooks.Companion.Sessions;

/// <summary>The cookie that names a session: 256 random bits that scripts cannot read and other sites cannot send with forms.</summary>
internal static class SessionCookie
{
    /// <summary>Name of the cookie.</summary>
    public const string Name = "cds-patient";

    private const int IdBytes = 32;

    /// <summary>A fresh id, sent with the answer.</summary>
    public static string Set(HttpContext context)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        context.Response.Cookies.Append(Name, id, Form(context));
        return id;
    }

    /// <summary>The id that came with a request; null when none came, or something else.</summary>
    public static string? Read(HttpContext context) =>
        context.Request.Cookies.TryGetValue(Name, out string? id) && id.Length == 2 * IdBytes && id.All(char.IsAsciiHexDigitLower) ? id : null;

    /// <summary>Takes the cookie back.</summary>
    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Form(context));

    /// <summary>It lasts as long as the browser runs; the session behind it ends earlier.</summary>
    private static CookieOptions Form(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
        IsEssential = true,
    };
}
