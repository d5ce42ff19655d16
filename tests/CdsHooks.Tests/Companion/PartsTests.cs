using System.Security.Cryptography;
using System.Text;
using Cds.CdsHooks.Companion;
using Cds.CdsHooks.Companion.Timeline;
using Cds.CdsHooks.Tests.Hosting;
using Cds.CdsHooks.Tests.Samples;
using Cds.CdsHooks.LocalKnowledge;
using Microsoft.Extensions.DependencyInjection;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>What the patient view is made of: the markers that are drawn, the courses that are offered, the library that draws.</summary>
public sealed class PartsTests(RealService service) : IClassFixture<RealService>
{
    [Fact]
    public void Every_marker_that_is_drawn_is_a_fact_of_the_knowledge_base() =>
        Assert.All(ChartList.All.SelectMany(chart => chart.Facts), fact => Assert.True(service.Services.GetRequiredService<CurrentKnowledge>().Generation.Knowledge.Facts.ContainsKey(fact), fact));

    [Fact]
    public async Task The_drawings_library_is_the_published_file_that_the_notice_names()
    {
        byte[] served = await service.CreateClient().GetByteArrayAsync("/d3.min.js", TestContext.Current.CancellationToken);
        string notice = File.ReadAllText(Path.Combine(Repository.Root, "NOTICE"));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(served)), notice, StringComparison.Ordinal);
        Assert.Matches(@"^// https://d3js\.org v7\.", Encoding.UTF8.GetString(served));
    }

    [Fact]
    public void Every_journey_is_offered() => Assert.Equal(
        Directory.GetFiles(Path.Combine(Repository.Samples, "journeys"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Journeys.All.Select(journey => journey.Name).Order(StringComparer.Ordinal));
}
