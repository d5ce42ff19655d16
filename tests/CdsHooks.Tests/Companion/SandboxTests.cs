using System.Text.Json;
using Cds.CdsHooks.Tests.Browser;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>The sandbox as an integrator uses it: real calls, real feedback, and the insights that come of it.</summary>
public sealed class SandboxTests(SandboxTests.Fresh service) : IClassFixture<SandboxTests.Fresh>
{
    [Theory]
    [InlineData("en", "Feedback sent", "Warning", 360)]
    [InlineData("ja", "フィードバック送信済み", "警告", 1280)]
    public async Task A_card_comes_back_is_accepted_and_another_set_aside(string language, string sent, string urgency, int width)
    {
        await using Window window = await OpenAsync(language, "newly-diagnosed-transplant-eligible", width);

        // The browser's day is that of the service, so that outcomes and cards fall into one month.
        await window.Page.Clock.SetFixedTimeAsync(TestService.Now.UtcDateTime);
        await window.Page.Locator("form[data-sandbox] button[type=submit]").ClickAsync();
        ILocator cards = window.Page.Locator(".answered");
        await Assertions.Expect(cards.First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("[data-status]")).ToHaveTextAsync("200");
        await Assertions.Expect(cards.First.Locator(".urgency")).ToHaveTextAsync(urgency);
        ILocator suggesting = cards.Filter(new LocatorFilterOptions { Has = window.Page.Locator("[data-accept]") }).First;
        await suggesting.Locator("summary").First.ClickAsync();
        using (JsonDocument resource = JsonDocument.Parse(await suggesting.Locator("pre").First.InnerTextAsync())) Assert.Equal("draft", resource.RootElement.GetProperty("status").GetString());
        Assert.Empty(await window.BarriersAsync());
        Assert.False(await window.IsScrolledSidewaysAsync());
        await suggesting.Locator("[data-accept]").First.ClickAsync();
        await Assertions.Expect(suggesting.Locator("[data-outcome]")).ToHaveTextAsync(sent);
        ILocator other = cards.Filter(new LocatorFilterOptions { Has = window.Page.Locator("[data-override] button:enabled") }).Last;
        string card = (await other.GetAttributeAsync("data-card"))!;
        await other.Locator("[data-override] button").ClickAsync();
        await Assertions.Expect(window.Page.Locator($"[data-card='{card}'] [data-outcome]")).ToHaveTextAsync(sent);
        Assert.Empty(window.Faults);
        await window.GoAsync($"/insights?lang={language}");
        await Assertions.Expect(window.Page.Locator("rect.month.accepted:not([data-high='0'])").First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("rect.month.overridden").First).ToHaveAttributeAsync("width", "80.00%");
        Assert.Empty(await window.BarriersAsync());
        Assert.False(await window.IsScrolledSidewaysAsync());
        string page = await window.Page.ContentAsync();
        Assert.DoesNotContain("newly-diagnosed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Practitioner", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task An_order_is_judged_and_the_call_can_be_copied(string language)
    {
        await using Window window = await OpenAsync(language, "newly-diagnosed-ineligible-renal-failure");
        await window.Page.Locator("input[value=myeloma-order-sign]").CheckAsync();
        await window.Page.Locator("select[name=drug]").First.SelectOptionAsync("lenalidomide");
        await window.Page.Locator("input[name=dose]").First.FillAsync("25");
        await window.Page.Locator("form[data-sandbox] button[type=submit]").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".answered").First).ToBeVisibleAsync();
        using JsonDocument call = JsonDocument.Parse((await window.Page.Locator("[data-sent]").TextContentAsync())!);
        Assert.Equal("order-sign", call.RootElement.GetProperty("hook").GetString());
        Assert.Equal(25, call.RootElement.GetProperty("context").GetProperty("draftOrders").GetProperty("entry")[0].GetProperty("resource")
            .GetProperty("dosageInstruction")[0].GetProperty("doseAndRate")[0].GetProperty("doseQuantity").GetProperty("value").GetInt32());
        await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.Page.Locator("[data-curl]").ClickAsync();
        await Assertions.Expect(window.Page.Locator("[data-copied]")).Not.ToBeEmptyAsync();
        Assert.Contains("/cds-services/myeloma-order-sign", await window.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData("en", "POEMS syndrome", "A patient of your own", "Read, left out", "Not valid FHIR R4: 0")]
    [InlineData("ja", "POEMS症候群", "読み込んだ患者", "読み取り・除外", "FHIR R4として不適合：0件")]
    public async Task A_sample_is_chosen_or_a_file_dropped_here_and_what_was_read_is_told(string language, string sample, string own, string read, string valid)
    {
        await using Window window = await service.OpenAsync();
        await window.GoAsync($"/sandbox?lang={language}");
        await window.Page.Locator("select[name=sample]").SelectOptionAsync("poems");
        await window.Page.Locator("form:has(select[name=sample]) button").ClickAsync();
        ILocator patient = window.Page.Locator("section[aria-labelledby=patient]");
        await Assertions.Expect(patient.Locator("strong")).ToContainTextAsync(sample);
        await Assertions.Expect(window.Page.Locator("summary", new PageLocatorOptions { HasText = valid })).ToBeVisibleAsync();
        await patient.Locator("summary").ClickAsync();
        await window.DropAsync("textarea[name=bundle]", "samples/newly-diagnosed-transplant-eligible.json");
        await window.Page.Locator("form[data-drop] button").ClickAsync();
        await Assertions.Expect(patient.Locator("strong")).ToHaveTextAsync(own);
        await window.Page.Locator("summary", new PageLocatorOptions { HasText = read }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("pre[lang=en]")).ToContainTextAsync("m-protein-serum");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_call_without_a_patient_is_not_written()
    {
        await using Window window = await service.OpenAsync();
        await window.GoAsync("/sandbox");
        await window.Page.Locator("form[data-sandbox] button[type=submit]").ClickAsync();
        await Assertions.Expect(window.Page.Locator("[data-problem]")).ToContainTextAsync("A patient is needed");
    }

    [Fact]
    public async Task A_patient_of_an_open_server_is_asked_for_without_prefetch()
    {
        await using Window window = await service.OpenAsync();
        await window.GoAsync("/sandbox");
        await window.Page.Locator("input[name=server]").FillAsync("https://fhir.example.org/r4");
        await window.Page.Locator("input[name=patient]").FillAsync("p1");
        await window.Page.Locator("form[data-sandbox] button[type=submit]").ClickAsync();
        await Assertions.Expect(window.Page.Locator("[data-status]")).ToHaveTextAsync("412");
        using JsonDocument call = JsonDocument.Parse((await window.Page.Locator("[data-sent]").TextContentAsync())!);
        Assert.Equal("https://fhir.example.org/r4", call.RootElement.GetProperty("fhirServer").GetString());
        Assert.False(call.RootElement.TryGetProperty("prefetch", out _));
    }

    private async Task<Window> OpenAsync(string language, string patient, int width = 1280)
    {
        Window window = await service.OpenPatientAsync(language, patient, width);
        await window.GoAsync($"/sandbox?lang={language}");
        return window;
    }

    /// <summary>A service whose store holds nothing yet.</summary>
    public sealed class Fresh : BrowserService;
}
