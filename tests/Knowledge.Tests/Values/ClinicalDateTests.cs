using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Values;

public sealed class ClinicalDateTests
{
    [Fact]
    public void A_year_is_the_whole_year_not_its_first_day()
    {
        ClinicalDate year = ClinicalDate.InYear(2024);
        Assert.Equal(Truth.Unknown, year.IsOnOrBefore(new DateOnly(2024, 6, 1)));
        Assert.Equal(Truth.True, year.IsOnOrBefore(new DateOnly(2024, 12, 31)));
        Assert.Equal(Truth.False, year.IsOnOrBefore(new DateOnly(2023, 12, 31)));
    }

    [Fact]
    public void A_month_ends_on_its_last_day() => Assert.Equal(new DateOnly(2024, 2, 29), ClinicalDate.InMonth(2024, 2).LatestDay);

    [Fact]
    public void A_record_cannot_report_the_future_so_a_partial_date_ends_at_the_moment_asked_about()
    {
        ClinicalDate clipped = ClinicalDate.InYear(2026).NotAfter(new DateTime(2026, 11, 20, 23, 59, 59));
        Assert.Equal(new DateOnly(2026, 11, 20), clipped.LatestDay);
    }
}
