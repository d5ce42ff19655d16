using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Recommendations;

public sealed class DayListTests
{
    [Theory]
    [InlineData(new int[0], "", "")]
    [InlineData(new[] { 1 }, "1", "1")]
    [InlineData(new[] { 1, 2 }, "1, 2", "1, 2")]
    [InlineData(new[] { 1, 2, 3 }, "1-3", "1～3")]
    [InlineData(new[] { 1, 8, 15, 22 }, "1, 8, 15, 22", "1, 8, 15, 22")]
    [InlineData(new[] { 1, 2, 4, 5, 8, 9 }, "1, 2, 4, 5, 8, 9", "1, 2, 4, 5, 8, 9")]
    [InlineData(new[] { 1, 2, 3, 4, 9, 10, 11, 12, 20 }, "1-4, 9-12, 20", "1～4, 9～12, 20")]
    public void Days_in_a_row_become_a_range(int[] days, string english, string japanese)
    {
        Assert.Equal(english, DayList.Of(days).En);
        Assert.Equal(japanese, DayList.Of(days).Ja);
    }
}
