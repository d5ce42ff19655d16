using System.Text;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Data;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Smart.Ehr;
using Cds.Knowledge.Patients;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Smart;

/// <summary>What becomes of the access of a launch: what it does not cover stays unknown, it is renewed where that was agreed, and the browser never sees it.</summary>
public sealed class EhrAccessTests : IClassFixture<LaunchBench>, IClassFixture<EhrAccessTests.Renewable>
{
    private readonly LaunchBench _bench;
    private readonly Renewable _renewable;

    public EhrAccessTests(LaunchBench bench, Renewable renewable)
    {
        (_bench, _renewable) = (bench, renewable);
        _bench.Reset();
        _renewable.Reset();
    }

    [Fact]
    public async Task What_the_user_does_not_grant_is_unknown_and_never_absent()
    {
        _bench.Ehr.Behaviour.Withheld = ["patient/MedicationStatement.rs", "patient/Procedure.rs"];
        Assert.Equal(302, (await _bench.LaunchAsync()).Status);
        RecordGaps gaps = _bench.Opened!.Gaps!;
        Assert.Equal(RecordedHistory.Conditions | RecordedHistory.Allergies, gaps.Known);
        Assert.Equal(["medicationStatements", "procedures"], gaps.Incomplete.Select(value => value.Template.Key));
        PatientData data = Data();
        Assert.Equal(gaps.Known, data.Facts.KnownHistory);
        Assert.Equal(["medicationStatements", "procedures"], data.NotObtained);
        Assert.Contains(data.Facts.Notes, note => note.Text.En.StartsWith("procedures: not obtained", StringComparison.Ordinal));
        Assert.DoesNotContain("/fhir/Procedure", _bench.Ehr.Requests);
        Answer page = await _bench.Browser.GoAsync("/app?lang=en");
        Assert.Equal(200, page.Status);
        Assert.Contains("not obtained: medicationStatements, procedures", page.Body, StringComparison.Ordinal);
        Assert.Contains("action=\"./launch/again?lang=en\"", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_that_cannot_be_read_has_no_known_age_while_the_problems_count()
    {
        _bench.Ehr.Behaviour.Withheld = ["patient/Patient.rs"];
        Assert.Equal(302, (await _bench.LaunchAsync()).Status);
        PatientData data = Data();
        Assert.Null(data.Facts.BirthDate);
        Assert.Equal(["patient"], data.NotObtained);
        Assert.Equal("Patient/" + LaunchBench.Patient, data.Facts.Subject);
    }

    [Fact]
    public async Task With_neither_patient_nor_problems_nothing_is_opened()
    {
        _bench.Ehr.Behaviour.Withheld = ["patient/Patient.rs", "patient/Condition.rs"];
        Answer answer = await _bench.LaunchAsync();
        Assert.Equal(412, answer.Status);
        Assert.Null(_bench.Opened);
    }

    [Fact]
    public async Task A_search_that_fails_leaves_its_history_open()
    {
        _bench.Ehr.Behaviour.Fault = async context =>
        {
            if (!context.Request.Path.StartsWithSegments("/fhir/Condition")) return false;
            context.Response.StatusCode = 404;
            await context.Response.CompleteAsync();
            return true;
        };
        Assert.Equal(302, (await _bench.LaunchAsync()).Status);
        Assert.False(Data().Facts.KnownHistory.HasFlag(RecordedHistory.Conditions));
        Assert.True(Data().IsProblemListOpen);
    }

    [Fact]
    public async Task No_token_code_or_patient_reaches_the_browser_or_the_log()
    {
        List<string> tokens = [];
        _bench.Ehr.Behaviour.Fault = context =>
        {
            if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } header) tokens.Add(header["Bearer ".Length..]);
            return Task.FromResult(false);
        };
        string back = await _bench.SignInAsync(await _bench.BeginAsync(_bench.FromEhr(_bench.Ehr.Launch(LaunchBench.Patient))));
        string verifier = _bench.Browser.Cookies.Single().Value;
        Answer answer = await _bench.Browser.GoAsync(back);
        string code = LaunchBench.Parameters(new Uri(LaunchBench.Public + back))["code"]!;
        Assert.NotEmpty(tokens);
        string seen = answer.Body + string.Join('\n', answer.Headers.Values) + string.Join('\n', _bench.Browser.SetCookies), logged = string.Join('\n', _bench.Service.Log.Entries);
        foreach (string secret in tokens.Distinct().Append(code).Append(LaunchBench.Patient))
        {
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, logged, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(verifier, logged, StringComparison.Ordinal);
        Assert.DoesNotContain(tokens[0], _bench.Opened!.Access!.ToString(), StringComparison.Ordinal);
        Assert.Matches("^cds-patient=[0-9a-f]{64}; path=/; samesite=lax; httponly$", _bench.Browser.SetCookies[^1]);
    }

    [Fact]
    public async Task The_patient_can_be_read_again_while_the_access_lasts()
    {
        await _bench.LaunchAsync();
        PatientOrigin origin = _bench.Opened!.Origin;
        _bench.Ehr.Requests.Clear();
        Answer again = await _bench.Browser.SubmitAsync("/launch/again?lang=ja");
        Assert.Equal(302, again.Status);
        Assert.Equal("../app?lang=ja", again.Headers["Location"]);
        Assert.Contains("/fhir/Patient/" + LaunchBench.Patient, _bench.Ehr.Requests);
        Assert.DoesNotContain("/auth/token", _bench.Ehr.Requests);
        Assert.Equal(origin, _bench.Opened!.Origin);
    }

    [Theory]
    [InlineData(265, 302)]
    [InlineData(275, 403)]
    public async Task Access_that_cannot_be_renewed_ends_half_a_minute_early(int seconds, int status)
    {
        await _bench.LaunchAsync();
        _bench.Ehr.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(status, (await _bench.Browser.SubmitAsync("/launch/again")).Status);
        Assert.NotNull(_bench.Opened);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_read_again()
    {
        Assert.Equal(403, (await _bench.Browser.SubmitAsync("/launch/again")).Status);
        Assert.Empty(_bench.Ehr.Requests);
    }

    [Fact]
    public async Task Access_that_can_be_renewed_is_renewed_when_it_has_ended_time_and_again()
    {
        Uri authorize = await _renewable.BeginAsync(_renewable.FromEhr(_renewable.Ehr.Launch(LaunchBench.Patient)));
        Assert.StartsWith("launch online_access patient/", LaunchBench.Parameters(authorize)["scope"].ToString(), StringComparison.Ordinal);
        await _renewable.Browser.GoAsync(await _renewable.SignInAsync(authorize));
        for (int round = 0; round < 2; round++)
        {
            _renewable.Ehr.Clock.Advance(EhrAuthorization.TokenLife + TimeSpan.FromSeconds(1));
            _renewable.Ehr.Requests.Clear();
            Assert.Equal(302, (await _renewable.Browser.SubmitAsync("/launch/again")).Status);
            Assert.Contains("/auth/token", _renewable.Ehr.Requests);
            Assert.Equal(RecordedHistory.All, _renewable.Opened!.Gaps!.Known);
        }
    }

    [Fact]
    public async Task Access_that_the_ehr_does_not_renew_any_more_is_403_and_the_patient_stays_open()
    {
        await _renewable.LaunchAsync();
        _renewable.Ehr.Clock.Advance(EhrAuthorization.TokenLife + TimeSpan.FromSeconds(1));
        _renewable.Ehr.Behaviour.Fault = async context =>
        {
            if (context.Request.Path != "/auth/token") return false;
            context.Response.StatusCode = 400;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("""{"error":"invalid_grant"}"""));
            return true;
        };
        Assert.Equal(403, (await _renewable.Browser.SubmitAsync("/launch/again")).Status);
        Assert.NotNull(_renewable.Opened);
    }

    private PatientData Data()
    {
        OpenedPatient opened = _bench.Opened!;
        using IServiceScope scope = _bench.Service.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PatientDataReader>().ReadTried(opened.Bundle, CancellationToken.None, opened.Gaps).Value;
    }

    public sealed class Renewable : LaunchBench
    {
        private protected override (string Key, string Value)[] More => [("Cds:Smart:Servers:0:Renewable", "true")];
    }
}
