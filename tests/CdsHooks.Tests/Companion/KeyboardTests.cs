using Cds.CdsHooks.Tests.Browser;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>The patient view without a pointer.</summary>
[Collection(SharedBrowser.Name)]
public sealed class KeyboardTests(BrowserService service)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_keyboard_alone_opens_a_patient_replays_explains_and_supposes(string language)
    {
        await using Window window = await service.OpenAsync();
        await window.GoAsync($"/app?lang={language}");
        await window.TabToAsync("button[value=newly-diagnosed-transplant-eligible]");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForSelectorAsync(".standing-now");
        await window.TabToAsync("input[type=range]");
        await window.Page.Keyboard.PressAsync("ArrowLeft");
        await window.IsAtAsync("/app?", "asOf=");
        await window.GoAsync($"/app?lang={language}");
        await window.TabToAsync(".standing-now a[href*='staging.iss']");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("#why h2")).ToBeFocusedAsync();
        await window.TabToAsync(".facts-used .suppose > summary");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.TabToAsync(".facts-used .suppose input[name=value]");
        await window.Page.Keyboard.PressAsync("Control+A");
        await window.Page.Keyboard.TypeAsync("9.9");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator(".supposing")).ToContainTextAsync("9.9");
        await window.TabToAsync(".supposing button");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator(".supposing")).ToHaveCountAsync(0);
        Assert.Empty(window.Faults);
    }
}
