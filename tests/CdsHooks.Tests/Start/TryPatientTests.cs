using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Limits;
using Cds.CdsHooks.Start;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Start;

/// <summary>Trying a patient: the cards of the hook, or a sentence that says what is wrong, never a failure.</summary>
public sealed partial class TryPatientTests(RealService service) : IClassFixture<RealService>
{
    private readonly HttpClient _client = service.CreateClient();

    public static TheoryData<string, string> Samples() => new(SamplePatients.All.SelectMany(sample => new[] { (sample.Name, "en"), (sample.Name, "ja") }));

    [Fact]
    public void Every_sample_is_offered_in_both_languages()
    {
        Assert.Equal(
            Directory.GetFiles(Repository.Samples, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            SamplePatients.All.Select(sample => sample.Name).Order(StringComparer.Ordinal));
        Assert.All(SamplePatients.All, sample => Assert.NotEqual(sample.Title.En, sample.Title.Ja));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_shows_the_cards_that_the_hook_answers(string name, string lang)
    {
        SamplePatient sample = SamplePatients.Find(name)!;
        JsonNode bundle = JsonNode.Parse(SamplePatients.Bundle(sample))!;
        Answer hook = await _client.PostJsonAsync($"{HookRequests.PatientView}?asOf={Uri.EscapeDataString(sample.AsOf)}&lang={lang}", PatientViewRequest.From(bundle));
        Answer page = await _client.GetAnswerAsync($"/try?sample={name}&lang={lang}");
        Assert.Equal(200, page.Status);
        Assert.Equal(hook.Cards.EnumerateArray().Select(card => card.GetProperty("summary").GetString()), Summaries(page.Body));
        Assert.DoesNotContain("&lt;p&gt;", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_can_be_had_as_fhir()
    {
        Answer sample = await _client.GetAnswerAsync("/samples/poems.json");
        Assert.Equal("application/fhir+json", sample.MediaType);
        Assert.Equal("Bundle", sample.Json.GetProperty("resourceType").GetString());
        (await _client.GetAnswerAsync("/samples/no-such.json")).IsProblem(404, "not-found");
    }

    [Fact]
    public async Task The_switch_of_language_keeps_the_sample_and_sends_a_pasted_bundle_again()
    {
        Assert.Contains("href=\"?sample=poems&amp;lang=ja\"", (await _client.GetAnswerAsync("/try?sample=poems&lang=en")).Body, StringComparison.Ordinal);
        Answer pasted = await PasteAsync(Sample("poems"), "2026-11-20");
        Assert.Contains("<button class=\"language\" type=\"submit\" form=\"paste\" formaction=\"?lang=ja\"", pasted.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"paste\"", pasted.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_bundle_shows_its_cards_comes_back_in_the_form_and_is_kept_by_no_cache()
    {
        Answer page = await PasteAsync(Sample("bortezomib-without-acyclovir"), "2026-11-20");
        Assert.Equal(200, page.Status);
        Assert.NotEmpty(Summaries(page.Body));
        Assert.Contains("\"resourceType\": \"Bundle\"", WebUtility.HtmlDecode(page.Body), StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task A_patient_without_cards_is_told_apart_from_no_answer() =>
        Assert.Contains("No card: nothing in the rules is due", (await _client.GetAnswerAsync("/try?sample=no-plasma-cell-disorder&lang=en")).Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "", 400, "Nothing was pasted.")]
    [InlineData("{", "", 400, "stops being JSON at line 1")]
    [InlineData("[]", "", 400, "the body is not a FHIR Bundle")]
    [InlineData("{\"resourceType\":\"Bundle\"}", "", 400, "the Bundle holds no Patient")]
    [InlineData("{\"resourceType\":\"Bundle\",\"resourceType\":\"Bundle\"}", "", 400, "stands in its object before")]
    [InlineData("{\"resourceType\":\"Bundle\"}", "yesterday", 400, "asOf is a date")]
    [InlineData("</textarea><script>alert(1)</script>", "\"><script>", 400, "asOf is a date")]
    public async Task What_cannot_be_used_is_said_on_the_page(string bundle, string asOf, int status, string text)
    {
        Answer page = await PasteAsync(bundle, asOf);
        Assert.Equal(status, page.Status);
        Assert.Equal("text/html", page.MediaType);
        Assert.Matches("role=\"alert\">[^<]*" + Regex.Escape(text), page.Body);
        Assert.DoesNotContain("<script", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bundle=%7B", "application/x-www-form-urlencoded", 400)]
    [InlineData("{}", "application/json", 415)]
    [InlineData("{}", "multipart/form-data", 400)]
    [InlineData("--x\r\nbroken", "multipart/form-data; boundary=x", 400)]
    public async Task What_is_no_form_is_answered_by_a_page(string body, string type, int status)
    {
        Answer page = await _client.PostTextAsync("/try", body, type);
        Assert.Equal(status, page.Status);
        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("role=\"alert\"", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(200_000)]
    public async Task What_is_larger_than_a_body_may_be_is_413(int length)
    {
        await using var small = new ConfiguredService("Development", ("Cds:MaxBodyBytes", "1000"));
        Answer page = await PasteAsync(new string('1', length), "", small.CreateClient());
        Assert.Equal(413, page.Status);
        Assert.Contains("larger than 1000 bytes", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_records_than_are_evaluated_at_once_are_413()
    {
        await using var small = new ConfiguredService("Development", ("Cds:Limits:Records", "100"));
        string bundle = $"{{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{string.Join(',', Enumerable.Repeat("{}", 101))}]}}";
        Answer page = await PasteAsync(bundle, "", small.CreateClient());
        Assert.Equal(413, page.Status);
        Assert.Contains("more records than are evaluated at once (100)", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_counts_among_the_bodies_in_flight_and_gives_its_room_back()
    {
        await using var small = new ConfiguredService("Development", ("Cds:MaxBodyBytes", "1000000"), ("Cds:Limits:BytesInFlight", "1000000"));
        HttpClient client = small.CreateClient();
        BytesInFlight inFlight = small.Services.GetRequiredService<BytesInFlight>();
        Assert.True(inFlight.TryTake(900_000));
        Answer page = await PasteAsync(Sample("poems") + new string(' ', 200_000), "2026-11-20", client);
        Assert.Equal(503, page.Status);
        Assert.Equal("1", page.Headers["Retry-After"]);
        Assert.Contains("role=\"alert\"", page.Body, StringComparison.Ordinal);
        inFlight.Return(900_000);
        for (int i = 0; i < 8; i++) Assert.Equal(200, (await PasteAsync(Sample("poems") + new string(' ', 200_000), "2026-11-20", client)).Status);
    }

    [Fact]
    public async Task An_unknown_sample_is_not_found_on_a_page()
    {
        Answer page = await _client.GetAnswerAsync("/try?sample=no-such&lang=ja");
        Assert.Equal(404, page.Status);
        Assert.Contains("このサンプル患者はない", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_tried_patient_is_logged_or_stored()
    {
        string before = (await _client.GetAnswerAsync("/feedback/summary")).Body;
        await PasteAsync(Sample("poems").Replace("Synthetic", "Unmistakable", StringComparison.Ordinal), "2026-11-20");
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Text.Contains("Unmistakable", StringComparison.Ordinal));
        Assert.Equal(before, (await _client.GetAnswerAsync("/feedback/summary")).Body);
    }

    private async Task<Answer> PasteAsync(string bundle, string asOf, HttpClient? client = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(bundle), "bundle" }, { new StringContent(asOf), "asOf" } };
        using HttpResponseMessage response = await (client ?? _client).PostAsync(new Uri("/try?lang=en", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(Repository.Samples, name + ".json"));

    private static IEnumerable<string> Summaries(string page) => Summary().Matches(page).Select(summary => WebUtility.HtmlDecode(summary.Groups[1].Value).Trim());

    [GeneratedRegex("<h3><span class=\"urgency [a-z]+\">[^<]+</span>(.*?)</h3>", RegexOptions.Singleline)]
    private static partial Regex Summary();
}
