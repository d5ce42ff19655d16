using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Browser;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>The patient view as a clinician uses it, in Chromium and in both languages.</summary>
public sealed class PatientViewTests(BrowserService service) : IClassFixture<BrowserService>
{
    public static TheoryData<string, int, bool> Screens => new()
    {
        { "en", 360, false }, { "ja", 360, true }, { "en", 1280, true }, { "ja", 1280, false }, { "en", 1920, false }, { "ja", 1920, true },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task It_fits_every_screen_and_keeps_nobody_out(string language, int width, bool dark)
    {
        await using Window window = await service.OpenPatientAsync(language, "diagnosis-to-car-t", width, dark);
        await window.GoAsync($"/app?lang={language}&asOf=2022-05-20&card=relapse.lenalidomide-refractory");
        Assert.Equal(language, await window.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(await window.BarriersAsync());
        Assert.False(await window.IsScrolledSidewaysAsync());
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("en", "Why", "holds", "refractory")]
    [InlineData("ja", "判断の理由", "該当", "抵抗性")]
    public async Task Choosing_a_card_lights_up_its_facts_and_says_why(string language, string why, string holds, string refractory)
    {
        await using Window window = await service.OpenPatientAsync(language, "diagnosis-to-car-t");
        await window.GoAsync($"/app?lang={language}&asOf=2022-05-20");
        Assert.Equal(0, await window.Page.Locator("#why, .lit").CountAsync());
        await window.Page.Locator(".why-link").First.ClickAsync();
        ILocator panel = window.Page.Locator("#why");
        await Assertions.Expect(panel.Locator("h2")).ToHaveTextAsync(why);
        Assert.Contains("card=", window.Page.Url, StringComparison.Ordinal);
        Assert.True(await window.Page.Locator(".point.lit").CountAsync() > 2);
        Assert.True(await window.Page.Locator("rect.given.lit").CountAsync() > 0);
        await Assertions.Expect(window.Page.Locator(".strip.drug .refractory").First).ToHaveTextAsync(refractory);
        await Assertions.Expect(panel.Locator(".criterion .truth.true").First).ToHaveTextAsync(holds);
        Assert.True(await panel.Locator("table.options tbody tr").CountAsync() > 5);
        Assert.True(await panel.Locator(".facts-used code:text-matches('^[A-Z][A-Za-z]+/')").CountAsync() > 3);
        Assert.True(await panel.Locator("a[href*='knowledge/rules/relapse']").CountAsync() > 0);
        await panel.Locator("summary", new LocatorLocatorOptions { HasTextRegex = new("^(Evidence|エビデンス)$") }).ClickAsync();
        Assert.True(await panel.Locator("details[open] table").CountAsync() > 1);
        Assert.Empty(await window.BarriersAsync());
    }

    [Theory]
    [InlineData("en", "albumin", "ISS stage: stage II")]
    [InlineData("ja", "アルブミン", "ISS病期：Ⅱ期")]
    public async Task What_is_missing_says_what_each_value_would_change(string language, string fact, string change)
    {
        await using Window window = await service.OpenPatientAsync(language, "sparse-data");
        await window.GoAsync($"/app?lang={language}&card=staging.iss");
        ILocator missing = window.Page.Locator("#why .missing > ul > li", new PageLocatorOptions { HasText = fact }).First;
        await Assertions.Expect(missing.Locator(".trial dd", new LocatorLocatorOptions { HasText = change }).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_slider_replays_the_history(string language)
    {
        await using Window window = await service.OpenPatientAsync(language, "diagnosis-to-car-t");
        int drugs = await window.Page.Locator(".strip.drug").CountAsync();
        ILocator slider = window.Page.Locator("input[type=range]");
        await slider.FocusAsync();
        await window.Page.Keyboard.PressAsync("Home");
        await window.IsAtAsync("/app?", "asOf=2019-03-");
        Assert.True(await window.Page.Locator(".strip.drug").CountAsync() < drugs);
        await Assertions.Expect(window.Page.Locator("rect.later").First).ToBeVisibleAsync();
        await window.Page.Locator(".step").Last.ClickAsync();
        await window.Page.WaitForFunctionAsync("() => document.querySelector('input[type=range]').value === '1'");
        await window.Page.Locator("summary", new PageLocatorOptions { HasTextRegex = new("^(Which card came when|カードの推移)$") }).ClickAsync();
        Assert.True(await window.Page.Locator("details[open] td a").CountAsync() > 5);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_day_that_was_chosen_last_is_shown_also_when_an_earlier_answer_comes_later()
    {
        await using Window window = await service.OpenPatientAsync("en", "diagnosis-to-car-t");
        var first = new TaskCompletionSource<IRoute>();
        await window.Page.RouteAsync(new Regex("asOf="), async route =>
        {
            if (!first.TrySetResult(route)) await route.ContinueAsync();
        });
        await window.Page.Locator("input[type=range]").FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowLeft");
        IRoute late = await first.Task;
        await window.Page.Keyboard.PressAsync("Home");
        await window.IsAtAsync("/app?", "asOf=2019-03-");
        IResponse answer = await window.Page.RunAndWaitForResponseAsync(() => late.ContinueAsync(), response => response.Request == late.Request);
        await answer.FinishedAsync();
        Assert.Equal("0", await window.Page.EvaluateAsync<string>("async () => { await new Promise(done => setTimeout(done, 50)); return document.querySelector('input[type=range]').value; }"));
        Assert.Contains("asOf=2019-03-", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_without_an_answer_is_asked_for_again_by_the_browser()
    {
        await using Window window = await service.OpenPatientAsync("en", "diagnosis-to-car-t");
        bool broken = false;
        await window.Page.RouteAsync(new Regex("asOf="), route =>
        {
            if (broken) return route.ContinueAsync();
            broken = true;
            return route.AbortAsync();
        });
        await window.Page.Locator("input[type=range]").FocusAsync();
        await window.Page.Keyboard.PressAsync("Home");
        await window.IsAtAsync("/app?", "asOf=2019-03-");
        await Assertions.Expect(window.Page.Locator("input[type=range]")).ToHaveValueAsync("0");
    }

    [Theory]
    [InlineData("en", "supposed", "changed", "Back to the record")]
    [InlineData("ja", "仮定", "変化あり", "記録に戻す")]
    public async Task A_value_changed_in_place_changes_the_cards_and_is_marked(string language, string supposed, string changed, string back)
    {
        await using Window window = await service.OpenPatientAsync(language, "newly-diagnosed-transplant-eligible");
        await window.GoAsync($"/app?lang={language}&card=staging.iss");
        ILocator row = window.Page.Locator(".facts-used tr", new PageLocatorOptions { HasTextRegex = new("β2|beta-2") }).First;
        await row.Locator("summary").ClickAsync();
        await row.Locator("input[name=value]").FillAsync("9.9");
        await row.Locator("button").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".supposing")).ToContainTextAsync("9.9");
        await Assertions.Expect(window.Page.Locator("tr.supposed").First).ToContainTextAsync(supposed);
        await Assertions.Expect(window.Page.Locator(".beside.changed .change").First).ToHaveTextAsync(changed);
        Assert.Empty(await window.BarriersAsync());
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = back }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".supposing")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Page.Locator(".change")).ToHaveCountAsync(0);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_browser_keeps_nothing_but_a_cookie_that_scripts_cannot_read()
    {
        await using Window window = await service.OpenPatientAsync("en", "diagnosis-to-car-t");
        Assert.Equal("0 0 ", await window.Page.EvaluateAsync<string>("() => `${localStorage.length} ${sessionStorage.length} ${document.cookie}`"));
        BrowserContextCookiesResult cookie = Assert.Single(await window.Page.Context.CookiesAsync());
        Assert.Equal(("cds-patient", true, SameSiteAttribute.Lax), (cookie.Name, cookie.HttpOnly, cookie.SameSite));
    }

    [Theory]
    [InlineData("en", "POEMS")]
    [InlineData("ja", "POEMS")]
    public async Task A_file_can_be_dropped(string language, string said)
    {
        await using Window window = await service.OpenAsync();
        await window.GoAsync($"/app?lang={language}");
        await window.DropAsync("#bundle", "samples/poems.json");
        await window.Page.Locator("form[data-drop] button").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".standing-now")).ToContainTextAsync(said);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("en", "Nothing to show yet")]
    [InlineData("ja", "まだ表示するデータがない")]
    public async Task Insights_explain_themselves_as_long_as_nobody_has_called(string language, string heading)
    {
        await using Window window = await service.OpenAsync(360);
        await window.GoAsync($"/insights?lang={language}");
        await Assertions.Expect(window.Page.GetByText(heading)).ToBeVisibleAsync();
        Assert.Empty(await window.BarriersAsync());
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task It_works_without_scripts()
    {
        await using IBrowserContext context = await service.Chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = service.Address, JavaScriptEnabled = false });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync("/app");
        await page.Locator("button[value=diagnosis-to-car-t]").ClickAsync();
        await Assertions.Expect(page.Locator(".timeline .status").First).ToBeVisibleAsync();
        await page.Locator("select[name=asOf]").SelectOptionAsync("2022-05-16");
        await page.Locator(".replay button").ClickAsync();
        await page.Locator(".why-link").First.ClickAsync();
        await Assertions.Expect(page.Locator("#why")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("en", "16 May")]
    [InlineData("ja", "5/16")]
    public async Task The_summary_fits_one_page_of_paper(string language, string date)
    {
        await using Window window = await service.OpenPatientAsync(language, "diagnosis-to-car-t");
        await window.GoAsync($"/app/summary?lang={language}&asOf=2022-05-20");
        Assert.Empty(await window.BarriersAsync());
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(window.Page.Locator("rect.given").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator(".toolbar")).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.Locator(".reasons").First).ToContainTextAsync(date);
        byte[] paper = await window.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(paper), @"/Type\s*/Page\b"));
    }
}
