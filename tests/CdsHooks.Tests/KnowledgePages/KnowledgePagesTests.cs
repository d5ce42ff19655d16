using System.Text.Json;
using Cds.CdsHooks.Pages;
using Cds.CdsHooks.Tests.Hosting;

namespace Cds.CdsHooks.Tests.KnowledgePages;

public sealed class KnowledgePagesTests(TestService service) : IClassFixture<TestService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task Knowledge_lists_everything_with_ids_titles_and_citations()
    {
        JsonElement knowledge = (await _client.GetAnswerAsync("/knowledge?lang=en")).Json;
        foreach (string list in new[] { "documents", "facts", "conclusions", "recommendations", "regimens" })
        {
            Assert.NotEqual(0, knowledge.GetProperty(list).GetArrayLength());
            Assert.All(knowledge.GetProperty(list).EnumerateArray(), entry =>
            {
                Assert.NotEqual("", entry.GetProperty("id").GetString());
                Assert.NotEqual("", entry.GetProperty("title").GetString());
            });
        }

        foreach (string list in new[] { "conclusions", "recommendations", "regimens" })
            Assert.All(knowledge.GetProperty(list).EnumerateArray(), entry => Assert.NotEqual(0, entry.GetProperty("citations").GetArrayLength()));
    }

    [Theory]
    [InlineData("en", "<html lang=\"en\">", "Start aciclovir")]
    [InlineData("ja", "<html lang=\"ja\">", "日本語")]
    public async Task The_book_page_of_a_document_has_each_of_its_rules_as_an_anchor(string lang, string html, string _)
    {
        Answer page = await _client.GetAnswerAsync($"/knowledge/book/guide?lang={lang}");
        Assert.Equal(200, page.Status);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains(html, page.Body, StringComparison.Ordinal);
        foreach (string id in new[] { "diagnosis", "prophylaxis.herpes-zoster", "bd" })
            Assert.Contains($"<section id=\"{id}\">", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_a_card_leads_to_the_page_of_its_rule()
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        foreach (JsonElement link in answer.Cards.EnumerateArray().SelectMany(card => card.TryGetProperty("links", out JsonElement links) ? links.EnumerateArray().ToList() : []))
        {
            var url = new Uri(link.GetProperty("url").GetString()!);
            Answer page = await _client.GetAnswerAsync(url.PathAndQuery);
            Assert.Equal(200, page.Status);
            Assert.Equal("", url.Fragment);
            Assert.Contains($"<code class=\"id\" translate=\"no\">{url.Segments[^1]}</code>", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_start_page_leads_to_the_book_and_the_book_lists_the_documents()
    {
        Assert.Contains("href=\"./knowledge/book?lang=en\"", (await _client.GetAnswerAsync("/")).Body, StringComparison.Ordinal);
        Answer index = await _client.GetAnswerAsync("/knowledge/book");
        Assert.Equal(200, index.Status);
        Assert.Contains("href=\"../knowledge/book/guide?lang=en\"", index.Body, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", index.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\n\nb", "<p>a</p>\n<p>b</p>\n")]
    [InlineData("- a\n- **b**", "<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n")]
    [InlineData("<b onclick=\"x\">", "<p>&lt;b onclick=&quot;x&quot;&gt;</p>\n")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("2 ** 3", "<p>2 ** 3</p>\n")]
    public void Markdown_becomes_html_and_html_in_it_becomes_text(string markdown, string html) => Assert.Equal(html, MarkdownHtml.Of(markdown));

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Probes_answer(string url, string status) => Assert.Equal(status, (await _client.GetAnswerAsync(url)).Json.GetProperty("status").GetString());
}
