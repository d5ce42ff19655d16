using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Envelope;
using Cds.CdsHooks.Errors;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Evaluation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Tests.Envelope;

public sealed class AsOfParameterTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-20T23:59:59", "2026-11-20")]
    [InlineData("2026-11-20T14:30", "2026-11-20T14:30:00", "2026-11-20T14:30")]
    [InlineData("2026-11-20T14:30:15", "2026-11-20T14:30:15", "2026-11-20T14:30:15")]
    [InlineData("2026-11-20T14:30:00Z", "2026-11-20T23:30:00", "2026-11-20T14:30:00Z")]
    [InlineData("2026-11-20T14:30:00%2B02:00", "2026-11-20T21:30:00", "2026-11-20T14:30:00+02:00")]
    [InlineData("2026-11-20T14:30:00+02:00", "2026-11-20T21:30:00", "2026-11-20T14:30:00+02:00")]
    public void Dates_mean_their_end_and_date_times_are_local(string query, string moment, string text)
    {
        Outcome<AsOf> reading = Read("?asOf=" + query);
        Assert.Null(reading.Problem);
        Assert.Equal(moment, reading.Value.Moment.ToString("s"));
        Assert.Equal(text, reading.Value.Text);
    }

    [Fact]
    public void Without_the_parameter_it_is_now_in_the_configured_time_zone() => Assert.Equal("2026-11-20T09:00:00", Read("").Value.Text);

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("20-11-2026")]
    [InlineData("2026-11-20T25:00")]
    [InlineData("2026-11-20T14:30:00%2B99:00")]
    [InlineData("1899-12-31")]
    [InlineData("2201-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("２０２６-11-20")]
    public void Anything_else_is_a_problem_with_the_parameter(string query) => Assert.Equal("asOf", Read("?asOf=" + query).Problem?.Path);

    private static Outcome<AsOf> Read(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        return new AsOfParameter(new ServiceClock(new FixedTime(TestService.Now), Options.Create(new CdsOptions()))).Read(context.Request);
    }
}
