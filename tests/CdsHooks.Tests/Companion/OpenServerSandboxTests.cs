using Cds.CdsHooks.Tests.Browser;
using Cds.CdsHooks.Tests.FhirAccess;
using Cds.CdsHooks.Tests.Samples;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>The sandbox with a patient on an open FHIR server that this project did not write, loaded as docs/integrate/sandbox.md says.</summary>
public sealed class OpenServerSandboxTests(OpenServerTests.OpenServer server) : IClassFixture<OpenServerTests.OpenServer>
{
    private const string Patient = "bortezomib-without-acyclovir";

    [Theory]
    [InlineData("en", "zoster")]
    [InlineData("ja", "帯状疱疹")]
    public async Task A_patient_of_the_server_is_read_by_the_service_and_cards_come_back(string language, string shown)
    {
        server.IsNeeded();
        using var folder = new Hosting.TemporaryFolder();
        await ShellCommand.RunAsync($"python3 tools/build-samples.py --today {folder.Path} && samples/load.sh {server.Url} {folder.Path}/{Patient}.json");
        await using var service = new WithServer(server.Url!);
        await service.InitializeAsync();
        await using Window window = await service.OpenAsync();
        await window.GoAsync($"/sandbox?lang={language}");
        await window.Page.Locator("input[name=server]").FillAsync(server.Url!);
        await window.Page.Locator("input[name=patient]").FillAsync(Patient);
        await window.Page.Locator("form[data-sandbox] button[type=submit]").ClickAsync();
        await Assertions.Expect(window.Page.Locator("[data-status]")).ToHaveTextAsync("200", new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
        await Assertions.Expect(window.Page.Locator(".answered", new PageLocatorOptions { HasText = shown }).First).ToBeVisibleAsync();
        Assert.Empty(window.Faults);
    }

    private sealed class WithServer(string url) : BrowserService(
        ("Cds:FhirAccess:Servers:0", url),
        ("Cds:FhirAccess:AllowHttp", "true"),
        ("Cds:FhirAccess:Budget", "00:00:20"),
        ("Cds:FhirAccess:AttemptTimeout", "00:00:10"),
        ("Cds:Outbound:AllowedNetworks:0", "127.0.0.0/8"));
}
