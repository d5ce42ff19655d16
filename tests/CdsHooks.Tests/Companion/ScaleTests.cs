using Cds.CdsHooks.Companion;
using Cds.CdsHooks.Companion.Timeline;
using Cds.CdsHooks.LocalKnowledge;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>Where things stand in a drawing.</summary>
public sealed class ScaleTests(RealService service) : IClassFixture<RealService>
{
    [Fact]
    public void The_first_day_is_at_the_left_edge_and_the_last_at_the_right()
    {
        TimeScale scale = new(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1));
        Assert.Equal(["0%", "50%", "100%", "100%"], new[] { new DateOnly(2023, 1, 1), new DateOnly(2024, 7, 2), new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1) }.Select(scale.At));
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-20", "11-01 11-05 11-09 11-13 11-17")]
    [InlineData("2026-01-15", "2026-11-20", "2026-03 2026-05 2026-07 2026-09 2026-11")]
    [InlineData("2019-03-05", "2025-06-30", "2020 2022 2024")]
    [InlineData("1990-01-01", "2025-06-30", "1990 2000 2010 2020")]
    public void The_calendar_is_labelled_often_enough_to_be_read_and_seldom_enough_to_fit(string first, string last, string labels) => Assert.Equal(
        labels, string.Join(' ', new TimeScale(DateOnly.Parse(first, null), DateOnly.Parse(last, null)).Ticks().Select(tick => tick.Label)));

    [Theory]
    [InlineData("VGPR", 20, LabelRoom.Everywhere)]
    [InlineData("VGPR", 6, LabelRoom.OnWideScreens)]
    [InlineData("VGPR", 4, LabelRoom.Nowhere)]
    [InlineData("1次治療", 13, LabelRoom.OnWideScreens)]
    [InlineData("1次治療", 15, LabelRoom.Everywhere)]
    public void A_label_stands_where_it_fits(string label, int days, LabelRoom room)
    {
        var scale = new TimeScale(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1).AddDays(100));
        Assert.Equal(room, scale.RoomFor(label, scale.First, scale.First.AddDays(days)));
    }

    [Fact]
    public void High_values_are_at_the_top()
    {
        ValueScale scale = ValueScale.Of([0m, 4m], false);
        Assert.Equal(["70", "38", "10.7"], new[] { 0m, 2.16m, 4m }.Select(scale.At));
    }

    [Fact]
    public void Equal_ratios_are_equal_heights_where_the_scale_is_logarithmic()
    {
        ValueScale scale = ValueScale.Of([9m, 410m], true);
        Assert.Equal((1m, 1000m), (scale.Low, scale.High));
        Assert.Equal(["70", "48.7", "27.3", "6", "70"], new[] { 1m, 10m, 100m, 1000m, 0m }.Select(scale.At));
        Assert.Equal(["1", "10", "100", "1000"], scale.Ticks().Select(tick => tick.Label));
    }

    [Theory]
    [InlineData(3.1, 3.1)]
    [InlineData(0, 0)]
    [InlineData(8.8, 10.2)]
    [InlineData(0.01, 90000)]
    public void Two_values_are_enough_for_a_scale_and_one_too(double low, double high)
    {
        ValueScale scale = ValueScale.Of([(decimal)low, (decimal)high], false);
        Assert.InRange(scale.Ticks().Count(), 1, 5);
    }

    [Fact]
    public void Every_marker_that_is_drawn_is_a_fact_of_the_knowledge_base() =>
        Assert.All(ChartList.All.SelectMany(chart => chart.Facts), fact => Assert.True(service.Services.GetRequiredService<CurrentKnowledge>().Generation.Knowledge.Facts.ContainsKey(fact), fact));

    [Fact]
    public void Every_journey_is_offered() => Assert.Equal(
        Directory.GetFiles(Path.Combine(Repository.Samples, "journeys"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Journeys.All.Select(journey => journey.Name).Order(StringComparer.Ordinal));
}
