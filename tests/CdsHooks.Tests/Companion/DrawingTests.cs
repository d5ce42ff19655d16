using System.Text.RegularExpressions;
using Cds.CdsHooks.Tests.Browser;
using Microsoft.Playwright;

namespace Cds.CdsHooks.Tests.Companion;

/// <summary>The record over time as it is drawn: to scale, named, and telling what is pointed at.</summary>
[Collection(SharedBrowser.Name)]
public sealed class DrawingTests(BrowserService service)
{
    [Theory]
    [InlineData("en", "serum M-protein")]
    [InlineData("ja", "血清M蛋白")]
    public async Task Pointing_at_a_value_shows_it_with_date_and_record(string language, string marker)
    {
        await using Window window = await service.OpenPatientAsync(language, "diagnosis-to-car-t");
        await window.Page.Locator("circle.point").First.HoverAsync();
        await Assertions.Expect(window.Page.Locator(".tip")).ToHaveTextAsync(new Regex($"^{marker} 5.2 g/dL · 2019-03-05 · Observation/"));
        await window.Page.Locator("rect.given.proteasome-inhibitor").First.HoverAsync();
        await Assertions.Expect(window.Page.Locator(".tip")).ToContainTextAsync("2019-03-18");
    }

    [Theory]
    [InlineData("en", "line 1", "ASCT")]
    [InlineData("ja", "1次治療", "自家移植")]
    public async Task Days_values_and_names_stand_where_they_belong(string language, string line, string transplant)
    {
        await using Window window = await service.OpenPatientAsync(language, "diagnosis-to-car-t");
        await Assertions.Expect(window.Page.Locator(".strip.calendar text")).ToHaveTextAsync(["2020", "2021", "2022", "2023", "2024", "2025"]);
        double[][] points = await window.Page.Locator(".strip.chart").First.Locator(".point").EvaluateAllAsync<double[][]>(
            "points => points.map(point => [Date.parse(point.dataset.day), parseFloat(point.getAttribute('cx')), Number(point.dataset.value), Number(point.getAttribute('cy'))])");
        Assert.True(Steps(points, 0, 1).All(step => step > 0) && Steps(points, 2, 3).All(step => step < 0));
        Assert.All(new[] { Steps(points, 0, 1), Steps(points, 2, 3) }, steps => Assert.InRange(steps.Max() / steps.Min(), 0.99, 1.01));
        double[][] decades = await window.Page.Locator("[data-scale=log] .scale-value").EvaluateAllAsync<double[][]>(
            "labels => labels.map(label => [Math.log10(Number(label.textContent)), Number(label.getAttribute('y'))])");
        Assert.True(decades.Length > 2);
        Assert.Single(decades.Zip(decades.Skip(1), (one, next) => (Math.Round(next[0] - one[0], 6), Math.Round(one[1] - next[1], 3))).Distinct());
        await Assertions.Expect(window.Page.Locator(".on-band", new PageLocatorOptions { HasText = line }).First).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("text.event", new PageLocatorOptions { HasText = transplant }).First).ToBeVisibleAsync();
        Assert.True(await window.Page.Locator("line.course").CountAsync() > 20);
    }

    [Theory]
    [InlineData("en", "relapsed · 2022-05-16 – ")]
    [InlineData("ja", "再発・進行 · 2022-05-16 – ")]
    public async Task Phases_and_responses_are_bands_and_what_happened_is_marked(string language, string relapsed)
    {
        await using Window window = await service.OpenPatientAsync(language, "diagnosis-to-car-t");
        Assert.Contains(relapsed, await window.Page.Locator("rect.phase.relapsed").First.GetAttributeAsync("data-tip"), StringComparison.Ordinal);
        Assert.True(await window.Page.Locator("rect.phase.on-treatment").CountAsync() > 1);
        foreach (string drawn in new[] { "rect.response.VGPR", "circle.mark-of.transplant", "circle.mark-of.cart", "rect.line-of-therapy", "rect.given.immunomodulator", ".strip.drug .refractory", "rect.healthy[data-high]" })
            await Assertions.Expect(window.Page.Locator(drawn).First).ToBeVisibleAsync();
        Assert.True(await window.Page.Locator("line.happened.progression").CountAsync() > 2);
    }

    /// <summary>How far one number goes for one step of another, between the ends of the drawing and each point that is not near the first.</summary>
    private static double[] Steps(double[][] points, int of, int by)
    {
        double[] first = points.MinBy(point => point[of])!;
        double far = points.Max(point => point[of]) - first[of];
        return [.. points.Where(point => point[of] - first[of] > far / 2).Select(point => (point[by] - first[by]) / (point[of] - first[of]))];
    }
}
