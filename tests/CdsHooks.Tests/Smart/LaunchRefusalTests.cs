using System.Text.Json.Nodes;
using Cds.CdsHooks.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>Launches that must not go well, or cannot: a page says why, no session is opened, and the next launch works.</summary>
public sealed class LaunchRefusalTests : IClassFixture<LaunchBench>
{
    private readonly LaunchBench _bench;

    public LaunchRefusalTests(LaunchBench bench)
    {
        _bench = bench;
        _bench.Reset();
    }

    [Theory]
    [InlineData("", 404)]
    [InlineData("?iss=https://ehr.example.org/fhir", 400)]
    public async Task Without_a_configured_ehr_there_is_nothing_to_launch(string query, int status)
    {
        await using var service = new ConfiguredService("Development");
        Answer answer = await service.CreateClient().GetAnswerAsync("/launch" + query);
        Assert.Equal(status, answer.Status);
        Assert.Equal("text/html", answer.MediaType);
    }

    [Theory]
    [InlineData("en", "not among those configured")]
    [InlineData("ja", "起動元として設定されていない")]
    public async Task Nothing_is_asked_of_an_ehr_that_is_not_configured(string language, string said)
    {
        await using LocalServer stranger = await LocalServer.StartAsync(_ => Task.CompletedTask);
        foreach (string issuer in new[] { stranger.Url + "/fhir", _bench.Ehr.Issuer + "/../other", _bench.Ehr.Issuer + "?x", _bench.Ehr.Issuer.ToUpperInvariant(), "javascript:alert(1)", stranger.Url + "#" + _bench.Ehr.Issuer })
        {
            Answer answer = await _bench.Browser.GoAsync($"/launch?launch=1&lang={language}&iss={Uri.EscapeDataString(issuer)}");
            Assert.Equal(400, answer.Status);
            Assert.Contains(said, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("javascript", answer.Body, StringComparison.Ordinal);
        }

        Assert.Empty(stranger.Requests);
        Assert.Empty(_bench.Ehr.Requests);
    }

    [Theory]
    [InlineData("launch=1")]
    [InlineData("iss=")]
    [InlineData("iss=a&iss=b")]
    [InlineData("iss={ehr}&launch=")]
    [InlineData("iss={ehr}&launch=1&launch=2")]
    [InlineData("iss={ehr}&lang=de")]
    public async Task Parameters_that_make_no_launch_are_400(string query)
    {
        Assert.Equal(400, (await _bench.Browser.GoAsync("/launch?" + query.Replace("{ehr}", Uri.EscapeDataString(_bench.Ehr.Issuer), StringComparison.Ordinal))).Status);
        Assert.Empty(_bench.Browser.Cookies);
    }

    [Fact]
    public async Task The_answer_of_an_ehr_is_good_only_in_the_browser_that_began_the_launch()
    {
        string back = await _bench.SignInAsync(await _bench.BeginAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient))));
        var other = new PlainBrowser(_bench.Client);
        IsForgotten(await other.GoAsync(back));
        await other.GoAsync(_bench.ByUser);
        IsForgotten(await other.GoAsync(back));
        Assert.DoesNotContain("/auth/token", _bench.Ehr.Requests);
        Assert.Equal(302, (await _bench.Browser.GoAsync(back)).Status);
    }

    [Theory]
    [InlineData("state={state}x&code={code}")]
    [InlineData("state=&code={code}")]
    [InlineData("code={code}")]
    [InlineData("state={state}&state={state}&code={code}")]
    [InlineData("state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&code={code}")]
    public async Task A_state_that_this_browser_does_not_have_ends_the_launch(string query)
    {
        var back = LaunchBench.Parameters(new Uri(LaunchBench.Public + await _bench.SignInAsync(await _bench.BeginAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient))))));
        IsForgotten(await _bench.Browser.GoAsync("/launch/callback?" + query.Replace("{state}", back["state"], StringComparison.Ordinal).Replace("{code}", back["code"], StringComparison.Ordinal)));
        Assert.DoesNotContain("/auth/token", _bench.Ehr.Requests);
        Assert.Null(_bench.Opened);
    }

    [Fact]
    public async Task A_launch_cookie_that_somebody_made_or_changed_is_none()
    {
        string back = await _bench.SignInAsync(await _bench.BeginAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient))));
        (string name, string value) = _bench.Browser.Cookies.Single();
        foreach (string made in new[] { "", "x", value[..^8] + "AAAAAAAA", Convert.ToBase64String("""{"State":"s","Verifier":"v"}"""u8) })
        {
            _bench.Browser.Cookies[name] = made;
            IsForgotten(await _bench.Browser.GoAsync(back));
        }
    }

    [Fact]
    public async Task A_code_is_good_once_and_the_ehr_says_so_too()
    {
        string back = await _bench.SignInAsync(await _bench.BeginAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient))));
        Dictionary<string, string> jar = new(_bench.Browser.Cookies);
        Assert.Equal(302, (await _bench.Browser.GoAsync(back)).Status);
        IsForgotten(await _bench.Browser.GoAsync(back));
        var thief = new PlainBrowser(_bench.Client);
        foreach ((string name, string value) in jar) thief.Cookies[name] = value;
        Answer stolen = await thief.GoAsync(back);
        Assert.Equal(403, stolen.Status);
        Assert.Contains("invalid_grant", stolen.Body, StringComparison.Ordinal);
        Assert.Empty(thief.Cookies);
    }

    [Theory]
    [InlineData(599, 302)]
    [InlineData(601, 400)]
    public async Task A_launch_has_ten_minutes(int seconds, int status)
    {
        Uri authorize = await _bench.BeginAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient)));
        _bench.Ehr.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(status, (await _bench.Browser.GoAsync(await _bench.SignInAsync(authorize))).Status);
    }

    [Fact]
    public async Task What_the_ehr_refuses_is_told_by_its_code_and_not_in_its_words()
    {
        _bench.Ehr.Behaviour.Refuses = true;
        Answer answer = await _bench.LaunchAsync();
        Assert.Equal(403, answer.Status);
        Assert.Contains("access_denied", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("because", answer.Body, StringComparison.Ordinal);
        _bench.Ehr.Behaviour.Refuses = false;
        Assert.Equal(302, (await _bench.LaunchAsync()).Status);
    }

    [Fact]
    public async Task An_error_that_is_no_code_is_not_repeated()
    {
        string state = LaunchBench.Parameters(await _bench.BeginAsync(_bench.ByUser))["state"]!;
        Answer answer = await _bench.Browser.GoAsync($"/launch/callback?state={state}&error={Uri.EscapeDataString("<b>Patient Yamada</b>")}");
        Assert.Equal(403, answer.Status);
        Assert.DoesNotContain("Yamada", answer.Body + string.Join('\n', _bench.Service.Log.Entries), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code=")]
    [InlineData("code=a&code=b")]
    [InlineData("")]
    [InlineData("code=a&iss=https://other.example.org/")]
    public async Task An_answer_without_one_code_of_this_ehr_is_400(string query)
    {
        string state = LaunchBench.Parameters(await _bench.BeginAsync(_bench.ByUser))["state"]!;
        Assert.Equal(400, (await _bench.Browser.GoAsync($"/launch/callback?state={state}&{query}")).Status);
        Assert.DoesNotContain("/auth/token", _bench.Ehr.Requests);
    }

    [Fact]
    public async Task Access_without_a_patient_opens_none()
    {
        _bench.Ehr.Behaviour.NamesNoPatient = true;
        Assert.Equal(412, (await _bench.LaunchAsync()).Status);
        Assert.Null(_bench.Opened);
    }

    [Theory]
    [InlineData("redirect_uri=http%3A%2F%2Flocalhost%2Flaunch%2Fcallback", "redirect_uri=https%3A%2F%2Felsewhere.example.org%2F")]
    [InlineData("code_challenge_method=S256", "code_challenge_method=plain")]
    [InlineData("patient%2FPatient.rs", "patient%2FPatient.cruds")]
    [InlineData("client_id=myeloma-cds", "client_id=somebody")]
    public async Task The_ehr_of_the_tests_refuses_what_a_conforming_one_refuses(string written, string changed)
    {
        Uri authorize = await _bench.BeginAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient)));
        Assert.Contains(written, authorize.AbsoluteUri, StringComparison.Ordinal);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using HttpResponseMessage answer = await client.GetAsync(new Uri(authorize.AbsoluteUri.Replace(written, changed, StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("code=", answer.Headers.Location?.Query ?? "", StringComparison.Ordinal);
        Assert.NotEqual(200, (int)answer.StatusCode);
    }

    public static TheoryData<string, string> Breaks() => new()
    {
        { "/fhir/.well-known/smart-configuration", "404" },
        { "/fhir/.well-known/smart-configuration", "html" },
        { "/fhir/.well-known/smart-configuration", "[]" },
        { "/fhir/.well-known/smart-configuration", "{}" },
        { "/fhir/.well-known/smart-configuration", """{"authorization_endpoint":"javascript:alert(1)","token_endpoint":"https://ehr.example.org/token"}""" },
        { "/fhir/.well-known/smart-configuration", "redirect" },
        { "/auth/token", "500" },
        { "/auth/token", "html" },
        { "/auth/token", "[]" },
        { "/auth/token", "cut" },
        { "/auth/token", "redirect" },
        { "/auth/token", """{"access_token":"a\r\nb","token_type":"Bearer","patient":"p"}""" },
        { "/auth/token", """{"access_token":"a","token_type":"mac","patient":"p"}""" },
        { "/auth/token", """{"token_type":"Bearer","patient":"p"}""" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task An_ehr_in_trouble_is_502_and_the_next_launch_works(string path, string fault)
    {
        _bench.Ehr.Behaviour.Fault = context => BreakAsync(context, path, fault);
        Answer answer = await _bench.Browser.GoAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient)));
        if (answer.Status == 302) answer = await _bench.Browser.GoAsync(await _bench.SignInAsync(new Uri(answer.Headers["Location"])));
        Assert.Equal(502, answer.Status);
        Assert.Contains("cannot be reached", answer.Body, StringComparison.Ordinal);
        Assert.Null(_bench.Opened);
        _bench.Ehr.Behaviour.Fault = null;
        _bench.Ehr.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(302, (await _bench.LaunchAsync()).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../other")]
    [InlineData("a/b")]
    public async Task A_patient_id_that_is_none_is_not_asked_for(string patient)
    {
        _bench.Ehr.Behaviour.Fault = context => BreakAsync(context, "/auth/token", new JsonObject { ["access_token"] = "a", ["token_type"] = "Bearer", ["patient"] = patient }.ToJsonString());
        Assert.Equal(412, (await _bench.LaunchAsync()).Status);
        Assert.DoesNotContain(_bench.Ehr.Requests, path => path.StartsWith("/fhir/Patient", StringComparison.Ordinal));
    }

    [Fact]
    public async Task However_many_launches_begin_the_ehr_is_asked_for_its_configuration_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => new PlainBrowser(_bench.Client).GoAsync(_bench.ByUser)));
        Assert.Single(_bench.Ehr.Requests);
        _bench.Ehr.Clock.Advance(TimeSpan.FromMinutes(6));
        await _bench.BeginAsync(_bench.ByUser);
        Assert.Equal(2, _bench.Ehr.Requests.Count);
    }

    private static void IsForgotten(Answer answer)
    {
        Assert.Equal(400, answer.Status);
        Assert.Contains("was not begun in this browser", answer.Body, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    private static async Task<bool> BreakAsync(HttpContext context, string path, string fault)
    {
        if (context.Request.Path != path) return false;
        switch (fault)
        {
            case "cut":
                context.Abort();
                break;
            case "redirect":
                context.Response.Redirect("http://127.0.0.1:1/elsewhere");
                break;
            case "404" or "500":
                context.Response.StatusCode = int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture);
                break;
            default:
                context.Response.ContentType = fault == "html" ? "text/html" : "application/json";
                await context.Response.WriteAsync(fault == "html" ? "<html></html>" : fault);
                break;
        }

        return true;
    }
}
