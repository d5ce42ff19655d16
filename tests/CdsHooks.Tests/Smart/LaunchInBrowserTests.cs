using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Tests.Browser;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Smart.Ehr;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>Launches in Chromium from a chart that shows the app in a frame.</summary>
public sealed class LaunchInBrowserTests : IAsyncLifetime
{
    private TestEhr? _ehr;
    private LaunchedService? _service;

    public async ValueTask InitializeAsync()
    {
        int port = LastingPort.Next();
        string address = $"http://localhost:{port}";
        _ehr = await TestEhr.StartAsync(TestService.Now, new EhrClient(address + "/launch/callback"));
        _service = new LaunchedService(port, [.. LaunchBench.Settings(_ehr, address), ("Cds:Smart:FrameAncestors:0", _ehr.Url)]);
        await _service.InitializeAsync();
    }

    [Theory]
    [InlineData("en", "Patient of Hospital A")]
    [InlineData("ja", "Hospital Aの患者")]
    public async Task A_chart_of_a_configured_origin_launches_the_app_in_its_frame(string language, string title)
    {
        await using Window window = await _service!.OpenAsync();
        string launch = $"{_service.Address}/launch?lang={language}&iss={Uri.EscapeDataString(_ehr!.Issuer)}&launch={_ehr.Launch(LaunchBench.Patient)}";
        await window.Page.GotoAsync($"{_ehr.Url}/chart?src={Uri.EscapeDataString(launch)}");
        await Assertions.Expect(window.Page.FrameLocator("iframe").GetByRole(AriaRole.Heading, new FrameLocatorGetByRoleOptions { Name = title })).ToBeVisibleAsync();
        BrowserContextCookiesResult cookie = Assert.Single(await window.Page.Context.CookiesAsync());
        Assert.Equal(SameSiteAttribute.None, cookie.SameSite);
        Assert.True(cookie.Secure);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(1, Open);
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_show_it_in_a_frame_and_other_pages_are_shown_in_none()
    {
        await using LocalServer stranger = await LocalServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"<!DOCTYPE html><iframe src=\"{_service!.Address}/launch\"></iframe>");
        });
        await using Window window = await _service!.OpenAsync();
        Assert.True(await IsShownAsync(window, $"{_ehr!.Url}/chart?src={Uri.EscapeDataString(_service.Address + "/launch")}"));
        Assert.False(await IsShownAsync(window, stranger.Url + "/"));
        Assert.False(await IsShownAsync(window, $"{_ehr.Url}/chart?src={Uri.EscapeDataString(_service.Address + "/knowledge/book")}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null) await _service.DisposeAsync();
        if (_ehr is not null) await _ehr.DisposeAsync();
    }

    private int Open => ((MemorySessions)_service!.Services.GetRequiredService<IPatientSessions>()).Count;

    /// <summary>Whether the page within the frame of a page is this service's; what is refused is replaced by a page of the browser.</summary>
    private static async Task<bool> IsShownAsync(Window window, string address)
    {
        await window.Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return await window.Page.FrameLocator("iframe").Locator("a.home").CountAsync() > 0;
    }

    private sealed class LaunchedService(int port, (string Key, string Value)[] settings) : BrowserService(port, settings);
}
