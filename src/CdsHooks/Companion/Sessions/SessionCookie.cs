using System.Security.Cryptography;
using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Companion.Sessions;

/// <summary>The cookie that names a session: 256 random bits that scripts cannot read. It lasts as long as the browser runs; the session behind it ends earlier.</summary>
internal sealed class SessionCookie(CookieForm form)
{
    private const string Name = "cds-patient";

    private const int IdBytes = 32;

    /// <summary>A fresh id, sent with the answer.</summary>
    public string Set(HttpContext context)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        CookieOptions options = form.Of(context);
        context.Response.Cookies.Append(CookieForm.NameOf(Name, options), id, options);
        return id;
    }

    /// <summary>The id that came with a request; null when none came, or something else.</summary>
    public string? Read(HttpContext context) =>
        context.Request.Cookies.TryGetValue(CookieForm.NameOf(Name, form.Of(context)), out string? id) && id.Length == 2 * IdBytes && id.All(char.IsAsciiHexDigitLower) ? id : null;

    /// <summary>Takes the cookie back.</summary>
    public void Delete(HttpContext context)
    {
        CookieOptions options = form.Of(context);
        context.Response.Cookies.Delete(CookieForm.NameOf(Name, options), options);
    }
}
