using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.Tests.Trust;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>The patient view over HTTP: who may open what, and what the browser is told to keep.</summary>
public sealed class AppTests(RealService service) : IClassFixture<RealService>
{
    private const string Journey = "diagnosis-to-car-t";

    [Theory]
    [InlineData("en", "Synthetic patients over years")]
    [InlineData("ja", "架空の患者（数年の経過）")]
    public async Task Without_a_patient_there_is_a_choice(string language, string heading)
    {
        HttpResponseMessage answer = await Client().GetAsync($"/app?lang={language}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(heading, await TextAsync(answer), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_page_runs_only_files_of_this_service_and_is_kept_nowhere()
    {
        HttpClient client = Client();
        await OpenAsync(client, Journey);
        HttpResponseMessage answer = await client.GetAsync("/app", TestContext.Current.CancellationToken);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        string page = await TextAsync(answer);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shown_is_what_the_assessment_says()
    {
        HttpClient client = Client();
        await OpenAsync(client, Journey);
        string page = await TextAsync(await client.GetAsync("/app?asOf=2022-08-05", TestContext.Current.CancellationToken));
        using var body = new StringContent(File.ReadAllText(Path.Combine(Repository.Samples, "journeys", Journey + ".json")), null, "application/fhir+json");
        using JsonDocument assessment = JsonDocument.Parse(await TextAsync(await client.PostAsync("/assessments?asOf=2022-08-05", body, TestContext.Current.CancellationToken)));
        foreach (string id in new[] { "diagnosis", "staging.iss", "therapy.phase", "response" })
        {
            JsonElement conclusion = assessment.RootElement.GetProperty("conclusions").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);
            Assert.Contains($">{conclusion.GetProperty("valueTitle").GetString()}</a>", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "Number of high-risk cytogenetic abnormalities", "two (double-hit)")]
    [InlineData("ja", "高リスク染色体異常の数", "2つ（double-hit）")]
    public async Task A_number_that_has_a_name_is_told_once(string language, string question, string answer)
    {
        HttpClient client = Client();
        await OpenAsync(client, "newly-diagnosed-transplant-eligible");
        string page = WebUtility.HtmlDecode(await TextAsync(await client.GetAsync($"/app?lang={language}&card=risk.high-risk-hits", TestContext.Current.CancellationToken)));
        Assert.Matches($"<dt>{Regex.Escape(question)}</dt><dd><a [^>]+>{Regex.Escape(answer)}</a>", page);
        Assert.Matches($"""<span class="what">{Regex.Escape(question)}</span> <strong>{Regex.Escape(answer)}</strong>""", page);
    }

    [Fact]
    public async Task A_moment_shows_nothing_that_came_later()
    {
        HttpClient client = Client();
        await OpenAsync(client, Journey);
        string page = await TextAsync(await client.GetAsync("/app?asOf=2019-06-26", TestContext.Current.CancellationToken));
        string drawn = page.Split("class=\"timeline\"")[1].Split("class=\"fold\"")[0];
        Assert.Contains("2019-06", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("carfilzomib", drawn, StringComparison.Ordinal);
        Assert.DoesNotMatch("· 202[2-5]-", drawn);
    }

    [Theory]
    [InlineData("asOf=yesterday", 400)]
    [InlineData("lang=fr", 400)]
    [InlineData("card=no-such-rule", 200)]
    public async Task A_wrong_address_is_told_so(string query, int status)
    {
        HttpClient client = Client();
        await OpenAsync(client, Journey);
        Assert.Equal(status, (int)(await client.GetAsync("/app?" + query, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("sample", "no-such-patient", 404)]
    [InlineData("bundle", "{", 400)]
    [InlineData("bundle", "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}", 400)]
    [InlineData("bundle", "", 400)]
    public async Task What_cannot_be_opened_is_refused_with_the_choice_and_opens_nothing(string field, string value, int status)
    {
        HttpResponseMessage answer = await Client().SendAsync(Form("/app", (field, value)), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("role=\"alert\"", await TextAsync(answer), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_Bundle_of_ones_own_is_opened_at_the_moment_asked_for()
    {
        HttpClient client = Client();
        HttpResponseMessage opened = await client.SendAsync(
            Form("/app?lang=ja", ("bundle", File.ReadAllText(Path.Combine(Repository.Samples, "poems.json"))), ("asOf", "2026-11-20")), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.SeeOther, "app?lang=ja"), (opened.StatusCode, opened.Headers.Location?.OriginalString));
        Assert.Contains("POEMS", await TextAsync(await client.GetAsync("/app?lang=ja", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sandbox", "sandbox?lang=en")]
    [InlineData("https://other.example.org", "app?lang=en")]
    public async Task A_patient_chosen_in_the_sandbox_leads_back_there_and_nowhere_else(string to, string location)
    {
        HttpResponseMessage opened = await Client().SendAsync(Form("/app?lang=en&to=" + Uri.EscapeDataString(to), ("sample", "poems")), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.SeeOther, location), (opened.StatusCode, opened.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/app")]
    [InlineData("/app/suppose")]
    [InlineData("/app/close")]
    public async Task A_form_of_another_site_does_nothing(string path)
    {
        HttpClient client = Client();
        await OpenAsync(client, Journey);
        HttpRequestMessage foreign = Form(path, ("sample", "poems"), ("forget", "all"));
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode);
        HttpRequestMessage older = Form(path, ("sample", "poems"));
        older.Headers.Add("Origin", "https://other.example.org");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(older, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("From the diagnosis", await TextAsync(await client.GetAsync("/app", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("albumin", "3,2", 400)]
    [InlineData("albumin", "3200", 400)]
    [InlineData("albumin", "much", 400)]
    [InlineData("del-17p", "perhaps", 400)]
    [InlineData("no-such-fact", "1", 400)]
    [InlineData("albumin", "3.2", 303)]
    [InlineData("albumin", "３.２", 303)]
    [InlineData("del-17p", "present", 303)]
    public async Task A_value_is_supposed_only_where_it_can_be_one(string fact, string value, int status)
    {
        HttpClient client = Client();
        await OpenAsync(client, "sparse-data");
        HttpResponseMessage answer = await client.SendAsync(Form("/app/suppose", ("fact", fact), ("value", value)), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        string page = await TextAsync(await client.GetAsync("/app", TestContext.Current.CancellationToken));
        Assert.Equal(status == 303, page.Contains("class=\"supposing\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Supposing_changes_the_answer_and_nothing_that_is_stored()
    {
        HttpClient client = Client();
        await OpenAsync(client, "newly-diagnosed-transplant-eligible");
        string before = await TextAsync(await client.GetAsync("/app?card=staging.iss", TestContext.Current.CancellationToken));
        await client.SendAsync(Form("/app/suppose", ("fact", "beta2-microglobulin"), ("value", "9")), TestContext.Current.CancellationToken);
        string after = await TextAsync(await client.GetAsync("/app?card=staging.iss", TestContext.Current.CancellationToken));
        Assert.DoesNotContain("class=\"change\"", before, StringComparison.Ordinal);
        Assert.Contains("class=\"change\"", after, StringComparison.Ordinal);
        await client.SendAsync(Form("/app/suppose", ("forget", "all")), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("class=\"change\"", await TextAsync(await client.GetAsync("/app?card=staging.iss", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_record_is_text_on_the_page()
    {
        const string Attack = "</title><script>alert(1)</script><img src=x onerror=alert(1)>";
        HttpClient client = Client();
        string bundle = File.ReadAllText(Path.Combine(Repository.Samples, "sparse-data.json")).Replace("\"text\": \"Beta-2 microglobulin\"", $"\"text\": \"{Attack}\"", StringComparison.Ordinal);
        Assert.Contains(Attack, bundle, StringComparison.Ordinal);
        bundle = bundle.Replace("\"status\": \"final\"", $"\"status\": \"final\", \"note\": [ {{ \"text\": \"{Attack}\" }} ]", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SendAsync(Form("/app", ("bundle", bundle)), TestContext.Current.CancellationToken)).StatusCode);
        foreach (string path in new[] { "/app?card=staging.iss", "/app/summary", "/sandbox" })
        {
            string page = await TextAsync(await client.GetAsync(path, TestContext.Current.CancellationToken));
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_closed_patient_is_gone()
    {
        HttpClient client = Client();
        await OpenAsync(client, Journey);
        await client.SendAsync(Form("/app/close"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("timeline", await TextAsync(await client.GetAsync("/app", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_callers_sign_in_only_synthetic_patients_are_opened_here()
    {
        using ConfiguredService strict = new("Development",
            ("Cds:Trust:Authentication", "Required"), ("Cds:PublicBaseUrl", TestToken.PublicUrl),
            ("Cds:Trust:Clients:0:Issuer", TestToken.Issuer), ("Cds:Trust:Clients:0:Jwks", TestKey.Set(TestKey.P384)));
        HttpClient client = strict.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.DoesNotContain("textarea", await TextAsync(await client.GetAsync("/app", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        HttpResponseMessage pasted = await client.SendAsync(Form("/app", ("bundle", File.ReadAllText(Path.Combine(Repository.Samples, "poems.json")))), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, pasted.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SendAsync(Form("/app", ("sample", "poems")), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/app", "multipart/form-data", 400)]
    [InlineData("/app", "multipart/form-data; boundary=x", 400)]
    [InlineData("/app", "application/json", 415)]
    [InlineData("/app/suppose", "multipart/form-data", 400)]
    [InlineData("/app/suppose", "multipart/form-data; boundary=x", 400)]
    [InlineData("/app/suppose", "application/json", 415)]
    [InlineData("/sandbox/request", "multipart/form-data", 400)]
    [InlineData("/sandbox/request", "multipart/form-data; boundary=x", 400)]
    [InlineData("/sandbox/request", "application/json", 415)]
    public async Task What_is_no_form_is_refused(string path, string type, int status)
    {
        HttpClient client = Client();
        await OpenAsync(client, Journey);
        using var content = new ByteArrayContent("--x\r\nbroken"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(status, (int)(await client.PostAsync(path, content, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(10, 200)]
    [InlineData(11, 400)]
    public async Task Orders_of_the_sandbox_are_all_written_or_refused(int count, int status)
    {
        HttpClient client = Client();
        await OpenAsync(client, Journey);
        (string, string)[] orders = [.. Enumerable.Repeat(("drug", "lenalidomide"), count)];
        HttpResponseMessage answer = await client.SendAsync(Form("/sandbox/request", [("service", "myeloma-order-sign"), .. orders]), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        string text = await TextAsync(answer);
        if (status == 200) Assert.Equal(count, JsonDocument.Parse(text).RootElement.GetProperty("context").GetProperty("draftOrders").GetProperty("entry").GetArrayLength());
        else Assert.Contains("At most 10 orders", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_can_do_without_the_companion()
    {
        using ConfiguredService without = new("Development", ("Cds:Companion:Enabled", "false"));
        HttpClient client = without.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/app", TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain("href=\"./app", await TextAsync(await client.GetAsync("/", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    private HttpClient Client() => service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static async Task OpenAsync(HttpClient client, string sample) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SendAsync(Form("/app", ("sample", sample)), TestContext.Current.CancellationToken)).StatusCode);

    private static HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))) };

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
