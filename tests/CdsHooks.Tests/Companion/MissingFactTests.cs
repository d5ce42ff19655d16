using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>Beside each missing fact stands what its values would change, which is what the assessment says once the value is there.</summary>
public sealed partial class MissingFactTests(RealService service) : IClassFixture<RealService>
{
    [Theory]
    [InlineData("en", "< 3.5 g/dL|ISS stage: stage II|", "≥ 3.5 g/dL|ISS stage: stage I|")]
    [InlineData("ja", "3.5 g/dL未満|ISS病期：Ⅱ期|", "3.5 g/dL以上|ISS病期：Ⅰ期|")]
    public async Task A_number_is_told_by_the_limits_at_which_answers_turn(string language, params string[] told)
    {
        string missing = await MissingAsync("sparse-data", language, "staging.iss");
        Assert.All(told, text => Assert.Contains(text, missing, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "del(17p)", "present|", "Cytogenetic risk (R-ISS set): high risk", "absent|")]
    [InlineData("ja", "del(17p)", "あり|", "染色体リスク（R-ISSの3異常）：高リスク", "なし|")]
    public async Task A_finding_is_told_both_ways(string language, params string[] told)
    {
        string missing = await MissingAsync("sparse-data", language, "risk.cytogenetics");
        Assert.All(told, text => Assert.Contains(text, missing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recommendation_that_waits_says_which_value_makes_it_due()
    {
        string missing = await MissingAsync("sparse-data", "en", "bone.antiresorptive");
        Assert.Matches(@"< 1\|Antiresorptive treatment of bone disease: does not apply\|.*≥ 1\|Antiresorptive treatment of bone disease: due, first: denosumab\|", missing);
    }

    [Theory]
    [InlineData("en", "as a value from before the first treatment")]
    [InlineData("ja", "初回治療前の値として")]
    public async Task A_value_of_the_diagnosis_is_tried_and_supposed_before_the_first_treatment(string language, string said)
    {
        JsonNode bundle = Without("lenalidomide-without-thromboprophylaxis", "1952-1", "1751-7");
        (HttpClient client, string page) = await OpenAsync(bundle, language, "staging.iss");
        Assert.Contains(said, Missing(page), StringComparison.Ordinal);
        string day = Day().Match(page).Groups[1].Value;
        foreach ((string fact, string value) in new[] { ("beta2-microglobulin", "3.4"), ("albumin", "3.6") })
            await client.SendAsync(Form("/app/suppose", ("fact", fact), ("value", value), ("day", day)), TestContext.Current.CancellationToken);
        string after = await ReadAsync(client, language, "staging.iss");
        Assert.Contains(language == "en" ? ">stage I</a>" : ">Ⅰ期</a>", after, StringComparison.Ordinal);
        Assert.Contains(day, Supposed().Match(after).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_is_400()
    {
        (HttpClient client, _) = await OpenAsync(Without("sparse-data"), "en", "staging.iss");
        HttpResponseMessage answer = await client.SendAsync(Form("/app/suppose", ("fact", "albumin"), ("value", "3.6"), ("day", "2026-13-01")), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<string> MissingAsync(string sample, string language, string card) => Missing((await OpenAsync(Without(sample), language, card)).Page);

    private async Task<(HttpClient Client, string Page)> OpenAsync(JsonNode bundle, string language, string card)
    {
        HttpClient client = service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        HttpResponseMessage opened = await client.SendAsync(Form("/app", ("bundle", bundle.ToJsonString()), ("asOf", "2026-11-20")), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        return (client, await ReadAsync(client, language, card));
    }

    private static Task<string> ReadAsync(HttpClient client, string language, string card) => client.GetStringAsync($"/app?lang={language}&card={card}", TestContext.Current.CancellationToken);

    /// <summary>The text of the reasons from what is missing on, its pieces parted by strokes.</summary>
    private static string Missing(string page)
    {
        int start = page.IndexOf("class=\"missing\"", StringComparison.Ordinal);
        Assert.True(start > 0, "nothing is missing");
        string part = Form().Replace(page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)], "");
        return Pieces().Replace(WebUtility.HtmlDecode(Tag().Replace(part, "|")), "|");
    }

    /// <summary>A sample without the results of some codes.</summary>
    private static JsonNode Without(string sample, params string[] codes)
    {
        JsonNode bundle = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Samples, sample + ".json")))!;
        JsonArray entries = bundle["entry"]!.AsArray();
        foreach (JsonNode? entry in entries.Where(entry => codes.Any(code => entry!["resource"]!["code"]?.ToJsonString().Contains($"\"{code}\"", StringComparison.Ordinal) == true)).ToArray()) entries.Remove(entry);
        return bundle;
    }

    private static HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))) };

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s]*\|[\s|]*")]
    private static partial Regex Pieces();

    [GeneratedRegex("name=\"day\" value=\"([^\"]+)\"")]
    private static partial Regex Day();

    [GeneratedRegex("class=\"supposing\".*?</p>", RegexOptions.Singleline)]
    private static partial Regex Supposed();
}
