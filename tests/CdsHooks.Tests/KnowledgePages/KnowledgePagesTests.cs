using System.Text.Json;
using Cds.CdsHooks.KnowledgePages;
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
    public async Task Every_link_of_a_card_leads_to_a_page_with_its_anchor()
    {
        Answer answer = await _client.PostJsonAsync(HookRequests.PatientView, HookRequests.Valid());
        foreach (JsonElement link in answer.Cards.EnumerateArray().SelectMany(card => card.TryGetProperty("links", out JsonElement links) ? links.EnumerateArray().ToList() : []))
        {
            var url = new Uri(link.GetProperty("url").GetString()!);
            Answer page = await _client.GetAnswerAsync(url.PathAndQuery);
            Assert.Equal(200, page.Status);
            Assert.Contains($"id=\"{url.Fragment[1..]}\"", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_start_page_leads_to_the_book_and_the_book_lists_the_documents()
    {
        Answer index = await _client.GetAnswerAsync("/");
        Assert.Equal(200, index.Status);
        Assert.Contains("href=\"book/guide?lang=en\"", index.Body, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", index.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\n\nb", "<p>a</p><p>b</p>")]
    [InlineData("- a\n- **b**", "<ul><li>a</li><li><strong>b</strong></li></ul>")]
    [InlineData("<b>", "<p>&lt;b&gt;</p>")]
    [InlineData("2 ** 3", "<p>2 ** 3</p>")]
    public void Authors_markdown_becomes_html_and_nothing_passes_unencoded(string markdown, string html) => Assert.Equal(html, HtmlText.FromMarkdown(markdown));

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Probes_answer(string url, string status) => Assert.Equal(status, (await _client.GetAnswerAsync(url)).Json.GetProperty("status").GetString());
}
