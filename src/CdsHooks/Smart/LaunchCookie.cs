using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Pages;
using Microsoft.AspNetCore.DataProtection;

namespace Cds.CdsHooks.Smart;

/// <summary>
/// Binds a launch to the browser that began it: a cookie named after the state holds the launch, encrypted under a key of this process. Nothing is remembered
/// here, so that launches that are begun and never finished cost nothing.
/// </summary>
internal sealed partial class LaunchCookie(CookieForm form, TimeProvider time, ILoggerFactory loggers)
{
    private const string Prefix = "launch-";
    private const int NameLength = 16;

    private readonly IDataProtector _protector = new EphemeralDataProtectionProvider(loggers).CreateProtector("smart-launch");

    /// <summary>Sends a launch along with the answer.</summary>
    public void Give(HttpContext context, PendingLaunch launch)
    {
        CookieOptions options = form.Of(context);
        options.MaxAge = PendingLaunch.Life;
        context.Response.Cookies.Append(NameOf(launch.State, options), _protector.Protect(JsonSerializer.Serialize(launch)), options);
    }

    /// <summary>The launch of a state, and takes the cookie back; null when this browser did not begin it, or too long ago.</summary>
    public PendingLaunch? Take(HttpContext context, string state)
    {
        if (!StateForm().IsMatch(state)) return null;
        CookieOptions options = form.Of(context);
        string name = NameOf(state, options);
        if (!context.Request.Cookies.TryGetValue(name, out string? cookie)) return null;
        context.Response.Cookies.Delete(name, options);
        try
        {
            PendingLaunch? launch = JsonSerializer.Deserialize<PendingLaunch>(_protector.Unprotect(cookie));
            return launch is not null && launch.State == state && launch.IsTimely(time.GetUtcNow()) ? launch : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string NameOf(string state, CookieOptions options) => CookieForm.NameOf(Prefix + state[..NameLength], options);

    [GeneratedRegex(@"^[A-Za-z0-9_\-]{43}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StateForm();
}
