using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Trust;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Browser;

/// <summary>The example of an app of somebody else's (docs/examples/browser-app), served from another origin, in Chromium, against a service that asks for tokens.</summary>
public sealed class BrowserAppTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "examples", "browser-app");

    [Theory]
    [InlineData("en", "zoster prophylaxis")]
    [InlineData("ja", "帯状疱疹")]
    public async Task An_app_of_a_known_origin_with_tokens_of_its_server_shows_the_cards(string language, string shown)
    {
        await using LocalServer app = await LocalServer.StartAsync(ServeAsync);
        await using var service = new AskedService(app.Url);
        await service.InitializeAsync();
        (string status, string cards) = await AskAsync(service, app.Url, language);
        Assert.EndsWith(" cards", status, StringComparison.Ordinal);
        Assert.Contains(shown, cards, StringComparison.Ordinal);
        Assert.Contains(app.Requests, request => request.Path == "/token");
    }

    [Fact]
    public async Task A_page_of_an_origin_that_is_not_configured_gets_nothing_to_read()
    {
        await using LocalServer app = await LocalServer.StartAsync(ServeAsync);
        await using var service = new AskedService("https://app.example.org");
        await service.InitializeAsync();
        (string status, string cards) = await AskAsync(service, app.Url, "en");
        Assert.StartsWith("no answer", status, StringComparison.Ordinal);
        Assert.Equal("", cards);
    }

    [Fact]
    public async Task Without_a_token_the_app_reads_that_one_is_needed()
    {
        await using LocalServer app = await LocalServer.StartAsync(context => context.Request.Path == "/token" ? NotFoundAsync(context) : ServeAsync(context));
        await using var service = new AskedService(app.Url);
        await service.InitializeAsync();
        (string status, _) = await AskAsync(service, app.Url, "en");
        Assert.StartsWith("no answer: 401 A valid bearer token", status, StringComparison.Ordinal);
    }

    private static async Task<(string Status, string Cards)> AskAsync(AskedService service, string app, string language)
    {
        await using Window window = await service.OpenAsync();
        await window.Page.GotoAsync(app + "/");
        await window.Page.GetByLabel("CDS service").FillAsync(service.Address);
        await window.Page.GetByLabel("FHIR R4 Bundle with one Patient").FillAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Samples, "bortezomib-without-acyclovir.json")));
        await window.Page.GetByLabel("Language").SelectOptionAsync(language);
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ask" }).ClickAsync();
        ILocator status = window.Page.GetByRole(AriaRole.Status);
        await Assertions.Expect(status).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("cards|no answer"));
        return (await status.InnerTextAsync(), await window.Page.Locator("#cards").InnerTextAsync());
    }

    private static async Task ServeAsync(HttpContext context)
    {
        string path = context.Request.Path == "/" ? "/index.html" : context.Request.Path.Value!;
        if (path == "/token")
        {
            await context.Response.WriteAsync(new TestToken().ToString());
            return;
        }

        if (path is not ("/index.html" or "/app.js"))
        {
            await NotFoundAsync(context);
            return;
        }

        context.Response.ContentType = path.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "text/html";
        await context.Response.SendFileAsync(Folder + path);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    /// <summary>The service as outside development: callers sign in, and one origin may ask.</summary>
    private sealed class AskedService(string origin) : BrowserService(
        ("Cds:Cors:Origins:0", origin),
        ("Cds:PublicBaseUrl", TestToken.PublicUrl),
        ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer),
        ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P384)))
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseEnvironment("Staging");
        }
    }
}
