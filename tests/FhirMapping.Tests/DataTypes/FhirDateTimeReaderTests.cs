using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.DataTypes;

public sealed class FhirDateTimeReaderTests
{
    [Fact]
    public void A_year_is_the_whole_year()
    {
        ClinicalDate date = Reading.Dates.Read("2024")!.Value;
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), "2024"), (date.EarliestDay, date.LatestDay, date.Text));
    }

    [Fact]
    public void A_month_is_the_whole_month()
    {
        ClinicalDate date = Reading.Dates.Read("2024-02")!.Value;
        Assert.Equal((new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)), (date.EarliestDay, date.LatestDay));
    }

    [Theory]
    [InlineData("2026-11-10T23:30:00Z", "2026-11-11T08:30:00")]
    [InlineData("2026-11-10T23:30:00-05:00", "2026-11-11T13:30:00")]
    [InlineData("2026-11-10T23:30:00.123456789+09:00", "2026-11-10T23:30:00")]
    [InlineData("2026-11-10T23:30Z", "2026-11-11T08:30:00")]
    [InlineData("2026-11-10T23:30:00", "2026-11-10T23:30:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T08:59:59")]
    public void A_moment_is_brought_to_the_configured_time_zone(string text, string expected) =>
        Assert.Equal(expected, Reading.Dates.Read(text)!.Value.Text);

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("20261110")]
    [InlineData("2026-11-10T25:00:00Z")]
    [InlineData("yesterday, perhaps")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    public void What_is_no_date_is_not_read(string text) => Assert.Null(Reading.Dates.Read(text));
}
