namespace Cds.CdsHooks.Tests.Browser;

/// <summary>The start page in a real browser: nothing is refused by its policy, nothing foreign is asked for, nobody is kept out.</summary>
[Collection(SharedBrowser.Name)]
public sealed class BrowserTests(BrowserService service)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_start_page_opens_without_a_fault(string language)
    {
        await using Window window = await service.OpenAsync(360);
        await window.GoAsync($"/?lang={language}");
        Assert.Equal(language, await window.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(await window.BarriersAsync());
        Assert.False(await window.IsScrolledSidewaysAsync());
        Assert.Empty(window.Faults);
    }
}
