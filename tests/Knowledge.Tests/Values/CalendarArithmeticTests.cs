using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Values;

public sealed class CalendarArithmeticTests
{
    private static readonly DateOnly Day = new(2026, 1, 31);

    [Fact]
    public void Inside_the_calendar_it_is_that_of_dotnet()
    {
        for (int shift = -400; shift <= 400; shift++)
        {
            Assert.Equal(Day.AddDays(shift), Day.PlusDays(shift));
            Assert.Equal(Day.AddMonths(shift), Day.PlusMonths(shift));
            Assert.Equal(Day.AddYears(shift), Day.PlusYears(shift));
            Assert.Equal(Day.ToDateTime(new TimeOnly(8, 15)).AddHours(shift), Day.ToDateTime(new TimeOnly(8, 15)).PlusHours(shift));
        }

        Assert.Equal(new DateOnly(2023, 2, 28), new DateOnly(2024, 2, 29).PlusYears(-1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-40)]
    [InlineData(int.MinValue)]
    public void Before_the_first_day_is_the_first_day(int shift)
    {
        Assert.Equal(DateOnly.MinValue, DateOnly.MinValue.PlusDays(shift));
        Assert.Equal(DateOnly.MinValue, DateOnly.MinValue.PlusMonths(shift));
        Assert.Equal(DateOnly.MinValue, DateOnly.MinValue.PlusYears(shift));
        Assert.Equal(DateTime.MinValue, DateTime.MinValue.PlusHours(shift));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(int.MaxValue)]
    public void After_the_last_day_is_the_last_day(int shift)
    {
        Assert.Equal(DateOnly.MaxValue, DateOnly.MaxValue.PlusDays(shift));
        Assert.Equal(DateOnly.MaxValue, DateOnly.MaxValue.PlusMonths(shift));
        Assert.Equal(DateOnly.MaxValue, DateOnly.MaxValue.PlusYears(shift));
        Assert.Equal(DateTime.MaxValue, DateTime.MaxValue.PlusHours(shift));
    }
}
