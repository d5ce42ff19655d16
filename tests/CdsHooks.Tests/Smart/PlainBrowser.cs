using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>A browser without a screen: it keeps the cookies of the service and follows no redirect by itself.</summary>
internal sealed class PlainBrowser(HttpClient service)
{
    /// <summary>The cookies, as they stand in its jar.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The headers by which cookies came, the latest answer's only.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    /// <summary>Goes to an address of the service.</summary>
    public Task<Answer> GoAsync(string path, string? language = null) => SendAsync(HttpMethod.Get, path, language);

    /// <summary>Sends an empty form.</summary>
    public Task<Answer> SubmitAsync(string path) => SendAsync(HttpMethod.Post, path, null);

    /// <summary>A request as the service sees it, with the cookies of this browser.</summary>
    public DefaultHttpContext Seen()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = Jar;
        return context;
    }

    private string Jar => string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? language)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (Cookies.Count > 0) request.Headers.Add("Cookie", Jar);
        if (language is not null) request.Headers.Add("Accept-Language", language);
        using HttpResponseMessage response = await service.SendAsync(request, TestContext.Current.CancellationToken);
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? [.. set] : [];
        foreach (SetCookieHeaderValue cookie in SetCookieHeaderValue.ParseList([.. SetCookies]))
        {
            if (cookie.Expires < DateTimeOffset.UnixEpoch.AddDays(1)) Cookies.Remove(cookie.Name.Value!);
            else Cookies[cookie.Name.Value!] = cookie.Value.Value!;
        }

        return await Answer.ReadAsync(response);
    }
}
