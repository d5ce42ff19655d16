using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Cds.CdsHooks.KnowledgePages;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Tests.KnowledgePages;

/// <summary>The book of the knowledge that ships: valid, accessible HTML in both languages, every rule as a decision table.</summary>
public sealed partial class BookTests(RealService service) : IClassFixture<RealService>
{
    private static readonly KnowledgeBase Knowledge = KnowledgeBaseReader.ReadEmbedded();

    private static readonly string[] Void = ["meta", "br", "link", "input"];

    /// <summary>Every id of the knowledge: what integrators call things by, and no reader.</summary>
    private static readonly HashSet<string> RawIds =
    [
        .. Knowledge.Documents.Keys, .. Knowledge.Facts.Keys, .. Knowledge.Drugs.Keys, .. Knowledge.Regimens.Keys, .. Knowledge.Actions.Keys, .. Knowledge.Modules.Select(module => module.Id),
        .. Knowledge.Conclusions.SelectMany(PageIds.Of).Select(entry => entry.Id), .. Knowledge.Recommendations.SelectMany(rule => PageIds.Of(rule, Knowledge)).Select(entry => entry.Id),
    ];

    /// <summary>What haematologists write in Latin letters in a Japanese text too.</summary>
    private static readonly string[] LatinInJapanese = ["ide-cel", "cilta-cel", "double-hit", "triple-hit", "fit", "intermediate", "frail"];

    /// <summary>A page is asked for once in each language; the tests look at it from several sides.</summary>
    private static readonly ConcurrentDictionary<string, string> Shown = new();

    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string> Pages() =>
    [
        "/knowledge/book", "/knowledge/search",
        .. Knowledge.Documents.Values.Where(d => d.Kind is not DocumentKind.Label).Select(d => "/knowledge/book/" + d.Id),
        .. Knowledge.Conclusions.Select(rule => "/knowledge/rules/" + rule.Id),
        .. Knowledge.Recommendations.Select(rule => "/knowledge/rules/" + rule.Id),
        .. Knowledge.Regimens.Keys.Select(id => "/knowledge/regimens/" + id),
        .. Knowledge.Drugs.Values.Where(KnowledgeBook.HasPage).Select(drug => "/knowledge/drugs/" + drug.Id),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pages_are_well_formed_in_both_languages(string path)
    {
        foreach (string lang in new[] { "en", "ja" })
        {
            string html = await PageAsync($"{path}?lang={lang}");
            Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{lang}\">", html, StringComparison.Ordinal);
            var open = new Stack<string>();
            foreach (Match tag in Tag().Matches(html))
            {
                string name = tag.Groups[2].Value;
                if (Void.Contains(name)) continue;
                if (tag.Groups[1].Length == 0) open.Push(name);
                else Assert.Equal(name, open.Pop());
            }

            Assert.Empty(open);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("&lt;(b|p|br|ul|li|strong)\\b", html);
            Assert.DoesNotContain("{", Seen(html), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_japanese_page_has_neither_english_nor_ids_outside_the_fold_for_authors(string path)
    {
        string html = IdsForAuthors().Replace(await PageAsync(path + "?lang=ja"), "");
        Assert.DoesNotContain("<code", html, StringComparison.Ordinal);
        string seen = Seen(html);
        Assert.DoesNotMatch(EnglishRun(), seen);
        Assert.DoesNotContain(Words().Matches(seen).Select(word => word.Value), word => RawIds.Contains(word) && !LatinInJapanese.Contains(word));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Tables_have_captions_and_scopes_headings_skip_no_level_and_ids_are_unique(string path)
    {
        string html = await PageAsync(path + "?lang=en");
        Assert.Equal(Count(html, "<table>"), Count(html, "<table><caption>"));
        Assert.Equal(Count(html, "<th "), Count(html, "<th scope="));
        Assert.Equal(1, Count(html, "<h1>"));
        Assert.Equal(1, Count(html, "<main "));
        int level = 1;
        foreach (Match heading in Headings().Matches(html))
        {
            int next = heading.Groups[1].Value[0] - '0';
            Assert.True(next <= level + 1, $"{path}: a heading of level {next} follows one of level {level}");
            level = next;
        }

        string[] ids = [.. Ids().Matches(html).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task Every_rule_that_cites_a_document_is_an_anchor_on_its_page()
    {
        foreach (IGrouping<string, string> document in Knowledge.Conclusions.SelectMany(c => c.Citations.Select(citation => (citation.Document, c.Id)))
            .Concat(Knowledge.Recommendations.SelectMany(r => r.Citations.Select(citation => (citation.Document, r.Id))))
            .Concat(Knowledge.Regimens.Values.SelectMany(r => r.Citations.Select(citation => (citation.Document, r.Id)))).Distinct().GroupBy(e => e.Document, e => e.Id))
        {
            string html = (await _client.GetAnswerAsync($"/knowledge/book/{document.Key}?lang=ja")).Body;
            Assert.All(document, id => Assert.Contains($"<section id=\"{id}\">", html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_stage_reads_as_a_decision_table_with_thresholds_sources_and_vignettes()
    {
        string section = Section((await _client.GetAnswerAsync("/knowledge/book/jsh-2023?lang=en")).Body, "staging.iss");
        Assert.Contains("beta-2 microglobulin (before treatment) below 3.5 mg/L", section, StringComparison.Ordinal);
        Assert.Contains("serum albumin (before treatment) 3.5 g/dL or more", section, StringComparison.Ordinal);
        Assert.Contains("none of the others", section, StringComparison.Ordinal);
        Assert.Contains("JSH guideline 2023, Table 3", section, StringComparison.Ordinal);
        Assert.Matches(@"Test vignettes: (\d+) of \1 as expected", section);
    }

    [Theory]
    [InlineData("en", "QuiRedex", "time to progression to myeloma", "21 months", "0.18")]
    [InlineData("ja", "QuiRedex", "骨髄腫進展までの期間", "21か月", "0.18")]
    public async Task The_trials_of_a_question_stand_with_its_rule(string lang, params string[] texts)
    {
        string section = Section((await _client.GetAnswerAsync($"/knowledge/book/jsh-2023?lang={lang}")).Body, "observation.smm");
        Assert.All(texts, text => Assert.Contains(text, section, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_vignette_in_the_book_is_as_expected()
    {
        string html = (await _client.GetAnswerAsync("/knowledge/book/jsh-2023?lang=en")).Body;
        Assert.DoesNotContain("differs", html, StringComparison.Ordinal);
        Assert.DoesNotContain("were not run", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dose_from_outside_the_documents_is_marked()
    {
        string html = (await _client.GetAnswerAsync("/knowledge/book/jsh-2023?lang=en")).Body;
        Assert.Contains("<span class=\"mark\">publication outside the documents</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"mark\">drug label</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readings_of_differing_places_are_named_with_both()
    {
        string index = (await _client.GetAnswerAsync("/knowledge/book?lang=en")).Body;
        Assert.All(Knowledge.Interpretations, reading => Assert.Contains(System.Net.WebUtility.HtmlEncode(reading.Text.En), index, StringComparison.Ordinal));
        Assert.Contains("figure prints below 0.5 or above 2", Section((await _client.GetAnswerAsync("/knowledge/book/jsh-2023?lang=en")).Body, "risk.mgus"), StringComparison.Ordinal);
    }

    private static string Section(string html, string id)
    {
        int start = html.IndexOf($"<section id=\"{id}\">", StringComparison.Ordinal);
        return System.Net.WebUtility.HtmlDecode(html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)]);
    }

    private async Task<string> PageAsync(string url) => Shown.TryGetValue(url, out string? html) ? html : Shown[url] = (await _client.GetAnswerAsync(url)).Body;

    /// <summary>What a reader sees: no tags, and nothing that is marked as of another language.</summary>
    private static string Seen(string html) => System.Net.WebUtility.HtmlDecode(Tag().Replace(Marked().Replace(html, ""), "\n"));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"<(/?)([a-z][a-z0-9]*)\b[^>]*>")]
    private static partial Regex Tag();

    /// <summary>What is marked as of another language.</summary>
    [GeneratedRegex("<(span|a|button)[^>]*lang=\"en\"[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("(?<![./\\w-])[A-Za-z][a-z]{2,}(?: [a-z]{2,}){2,}")]
    private static partial Regex EnglishRun();

    /// <summary>Words in small letters, with the dots and hyphens of ids.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9./(-])[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*(?![A-Za-z0-9-])")]
    private static partial Regex Words();

    [GeneratedRegex("<details class=\"fold\"><summary>ID（[^<]*</summary>.*?</details>", RegexOptions.Singleline)]
    private static partial Regex IdsForAuthors();

    [GeneratedRegex("<h([1-6])>")]
    private static partial Regex Headings();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();
}
