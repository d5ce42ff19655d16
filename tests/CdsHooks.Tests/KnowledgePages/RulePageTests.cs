using System.Net;
using Cds.CdsHooks.KnowledgePages;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Loading;

namespace Cds.CdsHooks.Tests.KnowledgePages;

/// <summary>The page of one rule, where cards lead, those of regimens and drugs, and the search.</summary>
public sealed class RulePageTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task A_recommendation_shows_what_when_options_evidence_and_source()
    {
        string page = await TextAsync("/knowledge/rules/prophylaxis.herpes-zoster?lang=en");
        Assert.Contains("<h1>Herpes zoster prophylaxis</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Low-dose acyclovir prevents it", page, StringComparison.Ordinal);
        Assert.Contains("a drug of the class proteasome inhibitor running", page, StringComparison.Ordinal);
        Assert.Matches(@"Test vignettes: (\d+) of \1 as expected", page);
        Assert.Matches("<details class=\"fold\"><summary>Evidence", page);
        Assert.Contains(">JSH guideline 2023, MM-6 CQ4</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_leads_to_its_regimen_and_the_regimen_to_its_doses_and_back()
    {
        string rule = await TextAsync("/knowledge/rules/induction.transplant-eligible?lang=ja");
        Assert.Contains("<a href=\"../../knowledge/regimens/bld?lang=ja\">", rule, StringComparison.Ordinal);
        string regimen = await TextAsync("/knowledge/regimens/bld?lang=ja");
        Assert.Contains("<strong>1.3 mg/m2</strong>", regimen, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../../knowledge/rules/induction.transplant-eligible?lang=ja\">", regimen, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../../knowledge/drugs/bortezomib?lang=ja\">", regimen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_stand_in_a_fold_for_authors()
    {
        string page = await TextAsync("/knowledge/rules/prophylaxis.herpes-zoster?lang=ja");
        string fold = page[page.IndexOf("<summary>ID（知識の作成者・システム連携用）</summary>", StringComparison.Ordinal)..];
        Assert.All(["prophylaxis.herpes-zoster", "acyclovir", "valacyclovir"], id => Assert.Contains($"<code class=\"id\" translate=\"no\">{id}</code>", fold, StringComparison.Ordinal));
        Assert.DoesNotContain("<code", page[..^fold.Length], StringComparison.Ordinal);
    }

    [Fact]
    public void A_vignette_speaks_of_things_by_their_titles()
    {
        VignetteWords words = new(KnowledgeBaseReader.ReadEmbedded());
        Assert.Equal("creatinine clearance 29 mL/min: lenalidomide below 30", words.Named("creatinine clearance 29 mL/min: lenalidomide-below-30"));
        Assert.Equal("no plain CT of neck, chest, abdomen and pelvis; vitamin D first; a 21-day cycle", words.Named("no examination.ct; vitamin-d first; a 21-day cycle"));
    }

    [Fact]
    public async Task Vignettes_are_sentences_in_english_and_on_a_japanese_page_what_they_hold_and_what_is_expected()
    {
        string page = await TextAsync("/knowledge/rules/staging.iss?lang=ja");
        Assert.Matches(@"検証用症例：(\d+)例中\1例が期待どおり", page);
        Assert.Contains("<th scope=\"row\">1960年1月1日生まれ、多発性骨髄腫（11/1）、β2ミクログロブリン 3.4 mg/L（11/10）、血清アルブミン 3.5 g/dL（11/10）</th>", page, StringComparison.Ordinal);
        Assert.Contains("<td data-label=\"期待する回答\">Ⅰ期</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td data-label=\"期待する回答\">未確定：Ⅰ期またはⅡ期</td>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">beta-2 microglobulin 3.4 with albumin 3.5 is stage I: below and at the limits</th>", await TextAsync("/knowledge/rules/staging.iss?lang=en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/knowledge/rules/staging.iss?lang=en", "?lang=ja")]
    [InlineData("/knowledge/search?q=a%26b&lang=ja", "?q=a%26b&amp;lang=en")]
    [InlineData("/knowledge/book/jsh-2023", "?lang=ja")]
    public async Task The_switch_of_language_keeps_page_and_query(string url, string switched)
    {
        string page = (await _client.GetAnswerAsync(url)).Body;
        Assert.Contains($"class=\"language\" href=\"{switched}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/knowledge/rules/no.such")]
    [InlineData("/knowledge/regimens/no-such")]
    [InlineData("/knowledge/drugs/no-such")]
    [InlineData("/knowledge/book/no-such")]
    public async Task What_the_book_has_not_is_not_found(string url) => (await _client.GetAnswerAsync(url)).IsProblem(404, "not-found");

    [Theory]
    [InlineData("zoster", "rules/prophylaxis.herpes-zoster")]
    [InlineData("帯状疱疹", "rules/prophylaxis.herpes-zoster")]
    [InlineData("ＢＬｄ", "regimens/bld")]
    [InlineData("velcade", "drugs/bortezomib")]
    [InlineData("MM-6 CQ4", "rules/prophylaxis.herpes-zoster")]
    [InlineData("iss r-iss", "rules/staging.r-iss")]
    public async Task Words_are_found_in_either_language_whatever_case_and_width(string words, string path)
    {
        string page = await TextAsync("/knowledge/search?lang=ja&q=" + Uri.EscapeDataString(words));
        Assert.Contains($"<a href=\"../knowledge/{path}?lang=ja\">", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"q\" value=\"{words}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=no-such-word")]
    [InlineData("?q=%3Cscript%3E&q=b")]
    [InlineData("?q=%F0%9F%98%80%ED%A0%BD")]
    public async Task What_is_not_found_is_said_and_nothing_typed_is_markup(string query)
    {
        Answer answer = await _client.GetAnswerAsync("/knowledge/search" + query);
        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain("class=\"found\"", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Both languages are searched", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_search_is_cut() => Assert.Equal(200, (await _client.GetAnswerAsync("/knowledge/search?q=" + new string('x', 4000))).Status);

    [Fact]
    public async Task The_style_is_a_sheet_of_this_service_and_the_policy_allows_no_other()
    {
        Answer sheet = await _client.GetAnswerAsync("/site.css");
        Assert.Equal("text/css", sheet.MediaType);
        Assert.Contains("prefers-color-scheme: dark", sheet.Body, StringComparison.Ordinal);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            (await _client.GetAnswerAsync("/knowledge/rules/staging.iss")).Headers["Content-Security-Policy"]);
    }

    private async Task<string> TextAsync(string url)
    {
        Answer answer = await _client.GetAnswerAsync(url);
        Assert.Equal(200, answer.Status);
        return WebUtility.HtmlDecode(answer.Body);
    }
}
