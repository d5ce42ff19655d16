using System.Net;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Trust;

namespace Cds.CdsHooks.Tests.Start;

/// <summary>Whoever opens the address in a browser learns what this is, whether it is well and where to go.</summary>
public sealed partial class StartPageTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("en", "Myeloma decision support", "ready", "It speaks up to 2022-08")]
    [InlineData("ja", "骨髄腫診療支援", "正常", "記載内容は2022-08時点まで")]
    public async Task It_says_what_this_is_whether_it_is_well_and_how_old_the_knowledge_is(string lang, params string[] texts)
    {
        Answer page = await _client.GetAnswerAsync("/?lang=" + lang);
        Assert.Equal(200, page.Status);
        Assert.Contains($"<html lang=\"{lang}\">", page.Body, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.All(texts, text => Assert.Contains(text, page.Body, StringComparison.Ordinal));
        Assert.Contains("state well", page.Body, StringComparison.Ordinal);
        Assert.Contains("0.1.0", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Every_link_of_the_page_leads_somewhere(string lang)
    {
        string page = (await _client.GetAnswerAsync("/?lang=" + lang)).Body;
        string[] links = [.. Links().Matches(page).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Distinct()];
        foreach (string wanted in new[] { "./cds-services", "./openapi/v1.json", "./knowledge/book", "./docs", "./health/ready", "./site.css" })
            Assert.Contains(links, link => link.StartsWith(wanted, StringComparison.Ordinal));
        foreach (string link in links.Where(link => !link.StartsWith('#')))
            Assert.Equal(200, (await _client.GetAnswerAsync(link.StartsWith('?') ? "/" + link : link[1..])).Status);
    }

    [Fact]
    public async Task A_service_that_cannot_store_records_says_so()
    {
        await using var broken = new ConfiguredService("Development") { Parts = BrokenStore.Register };
        Answer page = await broken.CreateClient().GetAnswerAsync("/?lang=ja");
        Assert.Equal(200, page.Status);
        Assert.Contains("利用不可：記録の保存先", page.Body, StringComparison.Ordinal);
        Assert.Contains("state unwell", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_clients_sign_in_samples_stay_and_pasting_is_closed()
    {
        await using ConfiguredService trusted = TrustedService.Start();
        HttpClient client = trusted.CreateClient();
        string page = (await client.GetAnswerAsync("/?lang=en")).Body;
        Assert.Contains("<select id=\"sample\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.Contains("POST /assessments takes a Bundle with a token", page, StringComparison.Ordinal);
        Assert.Equal(200, (await client.GetAnswerAsync("/try?sample=poems")).Status);
        Assert.Equal(401, (await client.PostTextAsync("/try", "bundle=x", "application/x-www-form-urlencoded")).Status);
    }

    [GeneratedRegex("(?:href|action)=\"([^\"]+)\"")]
    private static partial Regex Links();
}
