using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Therapy;

/// <summary>How often a schedule gives a drug at most.</summary>
public sealed class BusiestWeekTests
{
    [Theory]
    [InlineData(new[] { 1, 4, 8, 11 }, 21, 2)]
    [InlineData(new[] { 1, 8, 15, 22 }, 28, 1)]
    [InlineData(new[] { 1, 2, 8, 9, 15, 16 }, 28, 2)]
    [InlineData(new[] { 1, 2, 4, 5, 8, 9, 11, 12 }, 21, 4)]
    [InlineData(new[] { 1 }, 28, 1)]
    [InlineData(new[] { 1, 28 }, 28, 2)]
    [InlineData(new[] { 1, 2 }, 28, 2)]
    [InlineData(new[] { 1, 2, 3 }, 28, 7)]
    public void The_next_cycle_follows_at_once_and_three_days_in_a_row_are_daily(int[] days, int cycle, int perWeek) =>
        Assert.Equal(perWeek, BusiestWeek.Of(days, cycle));

    [Theory]
    [InlineData("k-ld", "carfilzomib", 2)]
    [InlineData("kd-weekly", "carfilzomib", 1)]
    [InlineData("mpb", "bortezomib", 2)]
    [InlineData("d-ld", "daratumumab", 1)]
    [InlineData("ld", "lenalidomide", 7)]
    [InlineData("i-ld", "ixazomib", 1)]
    public void Doses_of_one_drug_in_the_same_cycles_belong_together(string regimen, string drug, int perWeek)
    {
        Regimen planned = Shipped.Knowledge.Regimens[regimen];
        Assert.Equal(perWeek, planned.Drugs.Where(d => d.Drug == drug).Max(d => BusiestWeek.Of(planned, d)));
    }

    [Fact]
    public void A_schedule_without_days_is_not_known()
    {
        Regimen planned = Shipped.Knowledge.Regimens["td"];
        Assert.Null(BusiestWeek.Of(planned, planned.Drugs.First(d => d.Days.Count == 0)));
    }
}
