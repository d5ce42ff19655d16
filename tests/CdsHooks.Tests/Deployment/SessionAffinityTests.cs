using Cds.CdsHooks.Tests.Store;

namespace Cds.CdsHooks.Tests.Deployment;

/// <summary>Behind the proxy of deploy/nginx.conf a browser stays with the instance that holds its patient, and browsers are spread over the instances.</summary>
public sealed class SessionAffinityTests
{
    private const int Looks = 6, Browsers = 12;

    [Fact]
    public async Task An_opened_patient_stays_open_and_browsers_are_spread()
    {
        await using ServiceProcess first = await ServiceProcess.StartAsync("Development");
        await using ServiceProcess second = await ServiceProcess.StartAsync("Development");
        using Proxy proxy = await Proxy.StartAsync(first.Client.BaseAddress!, second.Client.BaseAddress!);
        int atFirst = 0;
        for (int i = 0; i < Browsers; i++)
        {
            var browser = new ProxiedBrowser(proxy.Url);
            await browser.OpenAsync("poems");
            for (int look = 0; look < Looks; look++) Assert.Contains("standing-now", await browser.LookAsync(), StringComparison.Ordinal);
            if ((await browser.LookAsync(first.Client.BaseAddress!.AbsoluteUri.TrimEnd('/'))).Contains("standing-now", StringComparison.Ordinal)) atFirst++;
            browser.Dispose();
        }

        Assert.InRange(atFirst, 1, Browsers - 1);
    }

    /// <summary>A browser that keeps what the proxy and the service give it: the proxy of the test has no TLS, so cookies that want it are kept by hand.</summary>
    private sealed class ProxiedBrowser(string url) : IDisposable
    {
        private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        private readonly Dictionary<string, string> _cookies = [];

        public async Task OpenAsync(string sample)
        {
            await SendAsync(new HttpRequestMessage(HttpMethod.Get, url + "/app"));
            await SendAsync(new HttpRequestMessage(HttpMethod.Post, url + "/app") { Content = new FormUrlEncodedContent([new("sample", sample)]) });
        }

        public Task<string> LookAsync(string? at = null) => SendAsync(new HttpRequestMessage(HttpMethod.Get, (at ?? url) + "/app"));

        public void Dispose() => _client.Dispose();

        private async Task<string> SendAsync(HttpRequestMessage request)
        {
            using HttpRequestMessage sent = request;
            if (_cookies.Count > 0) sent.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            using HttpResponseMessage answer = await _client.SendAsync(sent, TestContext.Current.CancellationToken);
            foreach (string cookie in answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set : [])
            {
                string[] pair = cookie.Split(';')[0].Split('=', 2);
                _cookies[pair[0]] = pair[1];
            }

            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }
}
