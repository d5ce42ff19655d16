using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Tests.Browser;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Smart.Ehr;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>Launches in Chromium: from a chart that shows the app in a frame, and by a user who begins at the app.</summary>
public sealed class LaunchInBrowserTests(LaunchInBrowserTests.Bench bench) : IClassFixture<LaunchInBrowserTests.Bench>
{
    private TestEhr Ehr => bench.Ehr;

    private BrowserService Service => bench.Service;

    [Theory]
    [InlineData("en", "Patient of Hospital A", "Herpes zoster prophylaxis")]
    [InlineData("ja", "Hospital Aの患者", "帯状疱疹の予防")]
    public async Task A_chart_of_a_configured_origin_launches_the_app_in_its_frame_at_the_card_of_the_link(string language, string title, string rule)
    {
        string card = $$"""{"id":"prophylaxis.herpes-zoster","asOf":"2026-11-19","lang":"{{language}}"}""";
        await using Window window = await Service.OpenAsync();
        string launch = $"{Service.Address}/launch?lang={language}&iss={Uri.EscapeDataString(Ehr.Issuer)}&launch={Ehr.Launch(LaunchBench.Patient, card)}";
        await window.Page.GotoAsync($"{Ehr.Url}/chart?src={Uri.EscapeDataString(launch)}");
        await Assertions.Expect(window.Page.FrameLocator("iframe").GetByRole(AriaRole.Heading, new FrameLocatorGetByRoleOptions { Name = title })).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.FrameLocator("iframe").Locator("#why")).ToContainTextAsync(rule);
        BrowserContextCookiesResult cookie = Assert.Single(await window.Page.Context.CookiesAsync());
        Assert.Equal(SameSiteAttribute.None, cookie.SameSite);
        Assert.True(cookie.Secure);
        Assert.True(cookie.HttpOnly);
        Assert.True(bench.Open > 0);
    }

    [Theory]
    [InlineData("en", "Patient of Hospital A")]
    [InlineData("ja", "Hospital Aの患者")]
    public async Task A_user_chooses_the_ehr_in_the_app_and_the_patient_at_the_ehr(string language, string title)
    {
        await using Window window = await Service.OpenAsync();
        await window.GoAsync($"/launch?lang={language}");
        Assert.Empty(await window.BarriersAsync());
        await window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Hospital A" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sign-in of the EHR" })).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = LaunchBench.Patient, Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = title })).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".beside").First).ToBeVisibleAsync();
        Assert.Equal($"{Service.Address}/app?lang={language}", window.Page.Url);
        Assert.Equal("0 0 ", await window.Page.EvaluateAsync<string>("() => `${localStorage.length} ${sessionStorage.length} ${document.cookie}`"));
        Assert.EndsWith("cds-patient", Assert.Single(await window.Page.Context.CookiesAsync()).Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_show_it_in_a_frame_and_other_pages_are_shown_in_none()
    {
        await using LocalServer stranger = await LocalServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"<!DOCTYPE html><iframe src=\"{Service.Address}/launch\"></iframe>");
        });
        await using Window window = await Service.OpenAsync();
        Assert.True(await IsShownAsync(window, $"{Ehr.Url}/chart?src={Uri.EscapeDataString(Service.Address + "/launch")}"));
        Assert.False(await IsShownAsync(window, stranger.Url + "/"));
        Assert.False(await IsShownAsync(window, $"{Ehr.Url}/chart?src={Uri.EscapeDataString(Service.Address + "/knowledge/book")}"));
    }

    /// <summary>Whether the page within the frame of a page is this service's; what is refused is replaced by a page of the browser.</summary>
    private static async Task<bool> IsShownAsync(Window window, string address)
    {
        await window.Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return await window.Page.FrameLocator("iframe").Locator("a.home").CountAsync() > 0;
    }

    /// <summary>The service, signing in by a key of its own, an EHR that knows it, and a browser.</summary>
    public sealed class Bench : IAsyncLifetime
    {
        private readonly TestClientKey _key = new();
        private TestEhr? _ehr;
        private LaunchedService? _service;

        internal TestEhr Ehr => _ehr!;

        internal BrowserService Service => _service!;

        /// <summary>How many patients are open.</summary>
        internal int Open => ((MemorySessions)_service!.Services.GetRequiredService<IPatientSessions>()).Count;

        public async ValueTask InitializeAsync()
        {
            int port = LastingPort.Next();
            string address = $"http://localhost:{port}";
            _ehr = await TestEhr.StartAsync(TestService.Now, new EhrClient(address + "/launch/callback") { Key = _key.Public });
            _service = new LaunchedService(port, [.. LaunchBench.Settings(_ehr, address), ("Cds:Smart:Servers:0:KeyFile", _key.File), ("Cds:Smart:FrameAncestors:0", _ehr.Url)]);
            await _service.InitializeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (_service is not null) await _service.DisposeAsync();
            if (_ehr is not null) await _ehr.DisposeAsync();
            _key.Dispose();
        }
    }

    private sealed class LaunchedService(int port, (string Key, string Value)[] settings) : BrowserService(port, settings);
}
