using System.Text.RegularExpressions;
using Cds.CdsHooks.Manual;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.Pages;

/// <summary>The documentation ships with the service: every document opens, and every link in it leads somewhere.</summary>
public sealed partial class ManualTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Documents() => [.. ManualFiles.Paths];

    [Theory]
    [InlineData("en", "Documentation")]
    [InlineData("ja", "ドキュメント")]
    public async Task The_list_leads_to_every_document(string lang, string title)
    {
        Answer list = await _client.GetAnswerAsync("/docs?lang=" + lang);
        Assert.Contains($"<h1>{title}</h1>", list.Body, StringComparison.Ordinal);
        Assert.All(ManualFiles.Paths, path => Assert.Contains($"docs/{path}?lang={lang}", list.Body, StringComparison.Ordinal));
        Assert.Contains("settings.md", ManualFiles.Paths);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_opens_with_its_title_and_its_links_lead_somewhere(string path)
    {
        Answer page = await _client.GetAnswerAsync("/docs/" + path);
        Assert.Equal(200, page.Status);
        Assert.Equal(1, Regex.Count(page.Body, "<h1>"));
        Assert.DoesNotContain("<script", page.Body, StringComparison.Ordinal);
        string text = page.Body[page.Body.IndexOf("<div class=\"prose manual\"", StringComparison.Ordinal)..];
        var at = new Uri("http://localhost/docs/" + path);
        foreach (Uri target in Links().Matches(text).Select(link => new Uri(at, link.Groups[1].Value)).Where(target => target.Host == "localhost").Distinct())
            Assert.Equal(200, (await _client.GetAnswerAsync(target.AbsolutePath)).Status);
    }

    [Fact]
    public async Task Html_in_a_document_is_text_and_a_link_out_of_the_documentation_is_its_words()
    {
        var document = ManualDocument.Of("integrate/a.md", "# Title\n\n<script>x</script> [out](../../src/a.cs) [away](../nowhere.md) [settings](../settings.md) [b](https://example.org)");
        Assert.Equal("Title", document.Title);
        Assert.Contains("&lt;script&gt;", document.Html, StringComparison.Ordinal);
        Assert.Contains(" out away <a href=\"../settings.md\">settings</a> <a href=\"https://example.org\">b</a>", document.Html, StringComparison.Ordinal);
        (await _client.GetAnswerAsync("/docs/no-such.md")).IsProblem(404, "not-found");
    }

    [GeneratedRegex("<a href=\"([^\"]+)\"")]
    private static partial Regex Links();
}
