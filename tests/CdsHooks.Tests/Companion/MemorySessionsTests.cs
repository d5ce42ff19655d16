using System.Text;
using Cds.CdsHooks.Companion.Patients;
using Cds.CdsHooks.Companion.Sessions;
using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Errors;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>A session belongs to one browser, ends by itself, and all of them together are bounded.</summary>
public sealed class MemorySessionsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly CdsOptions _options = new();
    private readonly MemorySessions _sessions;

    public MemorySessionsTests() => _sessions = new MemorySessions(Options.Create(_options), _time);

    [Fact]
    public void The_browser_that_opened_a_patient_finds_it_and_no_other_does()
    {
        DefaultHttpContext opening = new();
        PatientSession session = _sessions.Open(opening, Patient()).Value;
        Assert.Same(session, _sessions.Of(Next(opening)));
        Assert.Null(_sessions.Of(new DefaultHttpContext()));
        Assert.Null(_sessions.Of(With(new string('a', 64))));
        Assert.Null(_sessions.Of(With("../../etc/passwd")));
    }

    [Fact]
    public void The_cookie_cannot_be_read_by_scripts_and_is_not_sent_by_forms_of_other_sites()
    {
        DefaultHttpContext opening = new();
        opening.Request.Scheme = "https";
        opening.Request.PathBase = "/cds";
        _sessions.Open(opening, Patient());
        string cookie = opening.Response.Headers.SetCookie.ToString();
        Assert.Matches("^cds-patient=[0-9a-f]{64}; path=/cds; secure; samesite=lax; httponly$", cookie);
    }

    [Fact]
    public void A_session_that_nobody_looks_at_ends_and_looking_keeps_it()
    {
        DefaultHttpContext opening = new();
        _sessions.Open(opening, Patient());
        _time.Advance(_options.Companion.SessionIdle);
        Assert.NotNull(_sessions.Of(Next(opening)));
        _time.Advance(_options.Companion.SessionIdle);
        Assert.NotNull(_sessions.Of(Next(opening)));
        _time.Advance(_options.Companion.SessionIdle + TimeSpan.FromSeconds(1));
        Assert.Null(_sessions.Of(Next(opening)));
    }

    [Fact]
    public void A_session_ends_however_often_it_is_looked_at()
    {
        DefaultHttpContext opening = new();
        _options.Companion.SessionLongest = TimeSpan.FromMinutes(30);
        _sessions.Open(opening, Patient());
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(_sessions.Of(Next(opening)));
        _time.Advance(TimeSpan.FromMinutes(16));
        Assert.Null(_sessions.Of(Next(opening)));
    }

    [Fact]
    public void What_has_ended_leaves_the_memory_by_itself()
    {
        _sessions.Open(new DefaultHttpContext(), Patient());
        _time.Advance(_options.Companion.SessionIdle + TimeSpan.FromMinutes(2));
        Assert.Equal(0, _sessions.Count);
    }

    [Fact]
    public void Another_patient_takes_the_place_of_the_one_before()
    {
        DefaultHttpContext first = new();
        _sessions.Open(first, Patient());
        DefaultHttpContext second = Next(first);
        _sessions.Open(second, Patient());
        Assert.Null(_sessions.Of(Next(first)));
        Assert.Equal(1, _sessions.Count);
    }

    [Fact]
    public void Closing_takes_record_and_cookie()
    {
        DefaultHttpContext opening = new();
        _sessions.Open(opening, Patient());
        DefaultHttpContext closing = Next(opening);
        _sessions.End(closing);
        Assert.Equal(0, _sessions.Count);
        Assert.Contains("expires=Thu, 01 Jan 1970", closing.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_the_bytes_that_may_be_open_no_further_patient_is_opened()
    {
        _options.Companion.SessionBytes = 1_000_000;
        Assert.Null(_sessions.Open(new DefaultHttpContext(), Patient(600_000)).Problem);
        RequestProblem? problem = _sessions.Open(new DefaultHttpContext(), Patient(600_000)).Problem;
        Assert.Equal(503, problem?.Kind.Status);
        Assert.NotNull(problem?.RetryAfter);
        _time.Advance(_options.Companion.SessionIdle + TimeSpan.FromSeconds(1));
        Assert.Null(_sessions.Open(new DefaultHttpContext(), Patient(600_000)).Problem);
    }

    [Fact]
    public void A_supposed_value_replaces_the_one_before_and_can_be_forgotten()
    {
        PatientSession session = new(Patient());
        session.Suppose(new SupposedValue("albumin", "Observation/1", Number(3.2m)));
        session.Suppose(new SupposedValue("creatinine", null, Number(2.4m)));
        session.Suppose(new SupposedValue("albumin", "Observation/1", Number(3.0m)));
        Assert.Equal([new SupposedValue("creatinine", null, Number(2.4m)), new SupposedValue("albumin", "Observation/1", Number(3.0m))], session.Supposed);
        session.Forget();
        Assert.Empty(session.Supposed);
    }

    private static QuantityValue Number(decimal value) => new(ValueRange.Exactly(value));

    public void Dispose() => _sessions.Dispose();

    private static OpenedPatient Patient(int bytes = 2) => new(Encoding.UTF8.GetBytes(new string(' ', bytes)), PatientOrigin.Given, new LocalizedText("A patient", "患者"));

    private static DefaultHttpContext Next(DefaultHttpContext context) => With(context.Response.Headers.SetCookie.ToString().Split('=', ';')[1]);

    private static DefaultHttpContext With(string id)
    {
        DefaultHttpContext context = new();
        context.Request.Headers.Cookie = $"cds-patient={id}";
        return context;
    }
}
