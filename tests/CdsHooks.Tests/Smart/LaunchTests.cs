using System.Text;
using System.Text.Json.Nodes;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Primitives;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>Launches that go well: from the EHR and by the user, to the patient and to the card.</summary>
public sealed class LaunchTests : IClassFixture<LaunchBench>
{
    private readonly LaunchBench _bench;

    public LaunchTests(LaunchBench bench)
    {
        _bench = bench;
        _bench.Reset();
    }

    private const string Read =
        "patient/Patient.rs patient/Condition.rs patient/Observation.rs patient/DiagnosticReport.rs patient/MedicationRequest.rs patient/MedicationStatement.rs "
        + "patient/MedicationAdministration.rs patient/MedicationDispense.rs patient/Procedure.rs patient/AllergyIntolerance.rs patient/ServiceRequest.rs "
        + "patient/QuestionnaireResponse.rs patient/Medication.rs";

    [Fact]
    public async Task The_ehr_is_asked_for_what_is_read_and_nothing_else_with_proof_of_who_asks()
    {
        string launch = _bench.Ehr.Launch(LaunchBench.Patient);
        Uri authorize = await _bench.BeginAsync(_bench.FromEhr(launch));
        Dictionary<string, StringValues> asked = LaunchBench.Parameters(authorize);
        Assert.StartsWith(_bench.Ehr.Url + "/auth/authorize?", authorize.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(
            ["aud", "client_id", "code_challenge", "code_challenge_method", "launch", "redirect_uri", "response_type", "scope", "state"],
            asked.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal(_bench.Ehr.Issuer, asked["aud"]);
        Assert.Equal(launch, asked["launch"]);
        Assert.Equal("http://localhost/launch/callback", asked["redirect_uri"]);
        Assert.Equal("launch " + Read, asked["scope"]);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", asked["state"].ToString());
        Assert.Matches("^[A-Za-z0-9_-]{43}$", asked["code_challenge"].ToString());
        Assert.NotEqual(asked["state"], LaunchBench.Parameters(await _bench.BeginAsync(_bench.FromEhr(launch)))["state"]);
    }

    [Fact]
    public async Task A_launch_from_the_ehr_opens_the_patient_of_the_chart()
    {
        Answer answer = await _bench.LaunchAsync();
        Assert.Equal(302, answer.Status);
        Assert.Equal("../app?lang=en", answer.Headers["Location"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        OpenedPatient opened = _bench.Opened!;
        Assert.Equal(PatientOrigin.Ehr, opened.Origin);
        Assert.Equal("Patient of Hospital A", opened.Name.En);
        Assert.Equal(RecordedHistory.All, opened.Gaps!.Known);
        Assert.Empty(opened.Gaps.Incomplete);
        Assert.Null(opened.Card);
        Assert.Equal(Resources(LaunchBench.Patient), ResourcesOf(opened));
    }

    [Theory]
    [InlineData("en", "Patient of Hospital A")]
    [InlineData("ja", "Hospital Aの患者")]
    public async Task A_launch_by_the_user_opens_the_patient_that_is_chosen_at_the_ehr(string language, string name)
    {
        Uri authorize = await _bench.BeginAsync($"{_bench.ByUser}&lang={language}");
        Assert.Equal("launch/patient " + Read, LaunchBench.Parameters(authorize)["scope"]);
        Assert.DoesNotContain("launch", LaunchBench.Parameters(authorize).Keys);
        Answer answer = await _bench.Browser.GoAsync(await _bench.SignInAsync(authorize, "poems"));
        Assert.Equal($"../app?lang={language}", answer.Headers["Location"]);
        Assert.Equal(name, _bench.Opened!.Name.In(language == "ja" ? Language.Japanese : Language.English));
        Assert.Equal(Resources("poems"), ResourcesOf(_bench.Opened));
    }

    [Fact]
    public async Task The_link_of_a_card_opens_that_card_at_its_moment_in_its_language()
    {
        Answer cards = await _bench.Client.PostJsonAsync(HookRequests.PatientView + "?asOf=2026-11-19&lang=ja", HookRequests.Valid());
        var link = cards.Cards.EnumerateArray().SelectMany(card => card.GetProperty("links").EnumerateArray()).First(link => link.GetProperty("type").GetString() == "smart");
        Assert.Equal("http://localhost/launch", link.GetProperty("url").GetString());
        Answer answer = await _bench.LaunchAsync(_bench.Ehr.Launch(LaunchBench.Patient, link.GetProperty("appContext").GetString()));
        Assert.Equal("../app?lang=ja", answer.Headers["Location"]);
        Assert.Equal("prophylaxis.herpes-zoster", _bench.Opened!.Card);
        Assert.Equal("2026-11-19", _bench.Opened.AsOf);
    }

    [Theory]
    [InlineData("another app's context")]
    [InlineData("[1]")]
    [InlineData("""{"id":"<script>","asOf":"yesterday","lang":"de"}""")]
    public async Task A_context_that_is_not_ours_opens_the_patient_as_without_one(string context)
    {
        Answer answer = await _bench.LaunchAsync(_bench.Ehr.Launch(LaunchBench.Patient, context));
        Assert.Equal("../app?lang=en", answer.Headers["Location"]);
        Assert.Null(_bench.Opened!.Card);
        Assert.Null(_bench.Opened.AsOf);
    }

    [Fact]
    public async Task An_ehr_that_knows_scopes_of_version_1_only_is_asked_in_those()
    {
        _bench.Ehr.Behaviour.Capabilities = ["launch-ehr", "permission-v1"];
        Uri authorize = await _bench.BeginAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient)));
        Assert.Equal("launch " + Read.Replace(".rs", ".read", StringComparison.Ordinal), LaunchBench.Parameters(authorize)["scope"]);
        await _bench.Browser.GoAsync(await _bench.SignInAsync(authorize));
        Assert.Equal(RecordedHistory.All, _bench.Opened!.Gaps!.Known);
    }

    [Fact]
    public async Task A_patient_opened_from_the_ehr_takes_the_place_of_the_one_before_under_a_new_id()
    {
        await _bench.LaunchAsync();
        Dictionary<string, string> before = new(_bench.Browser.Cookies);
        await _bench.LaunchAsync(_bench.Ehr.Launch("poems"));
        Assert.Single(_bench.Browser.Cookies);
        Assert.NotEqual(before, _bench.Browser.Cookies);
        Assert.Equal(Resources("poems"), ResourcesOf(_bench.Opened!));
    }

    [Theory]
    [InlineData("en", "Hospital A")]
    [InlineData("ja", "電子カルテ側")]
    public async Task Without_an_ehr_named_the_user_chooses_one(string language, string shown)
    {
        Answer answer = await _bench.Browser.GoAsync("/launch?lang=" + language);
        Assert.Equal(200, answer.Status);
        Assert.Contains(shown, answer.Body, StringComparison.Ordinal);
        Assert.Contains($"iss={Uri.EscapeDataString(_bench.Ehr.Issuer)}&amp;lang={language}", answer.Body, StringComparison.Ordinal);
        Assert.Empty(_bench.Ehr.Requests);
    }

    private static string[] Resources(string sample) => [.. References(JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Repository.Samples, sample + ".json")))!)];

    private static string[] ResourcesOf(OpenedPatient opened) => [.. References(JsonNode.Parse(Encoding.UTF8.GetString(opened.Bundle.Span))!)];

    private static IEnumerable<string> References(JsonNode bundle) =>
        bundle["entry"]!.AsArray().Select(entry => $"{entry!["resource"]!["resourceType"]}/{entry["resource"]!["id"]}").Order(StringComparer.Ordinal);
}
