using Cds.Knowledge.Facts;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Tests.Content;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>How long values count stands once for each kind of fact; a fact says only what differs.</summary>
public sealed class FactWindowsTests
{
    private const string Fact = "  - { id: test-fact, title: { en: Test, ja: 検査 }, kind: number ";

    [Theory]
    [InlineData("windows: laboratory\nfacts:", "}", 30, 90, 400)]
    [InlineData("windows: laboratory\nfacts:", ", windows: serology }", 365, 365, 400)]
    [InlineData("windows: laboratory\nfacts:", ", current-days: 7 }", 7, 90, 400)]
    [InlineData("windows: laboratory\nfacts:", ", baseline-days-asymptomatic: any }", 30, 90, null)]
    [InlineData("facts:", ", current-days: 7, baseline-days: 60 }", 7, 60, 60)]
    [InlineData("facts:", "}", null, null, null)]
    public void A_fact_has_the_windows_of_its_kind_but_for_what_it_says_itself(string file, string own, int? current, int? baseline, int? asymptomatic)
    {
        FactDefinition fact = Read($"{file}\n{Fact}{own}").Facts["test-fact"];
        Assert.Equal((current, baseline, asymptomatic), (fact.CurrentDays, fact.BaselineDays, fact.BaselineDaysAsymptomatic));
    }

    [Theory]
    [InlineData("albumin", 30, 90, 400, 0)]
    [InlineData("flc-kappa", 100, 90, 400, 0)]
    [InlineData("bone-lesions", 180, 90, null, 0)]
    [InlineData("del-17p", null, null, null, 90)]
    [InlineData("hbs-antigen", 365, 365, 400, 0)]
    [InlineData("ecog", 90, 90, 400, 0)]
    [InlineData("temperature", 1, 30, 30, 0)]
    [InlineData("heart-rate", 1, 30, 400, 0)]
    [InlineData("sars-cov-2", 30, 90, 90, 0)]
    public void The_windows_that_ship(string id, int? current, int? baseline, int? asymptomatic, int afterStart)
    {
        FactDefinition fact = Shipped.Knowledge.Facts[id];
        Assert.Equal((current, baseline, asymptomatic, afterStart), (fact.CurrentDays, fact.BaselineDays, fact.BaselineDaysAsymptomatic, fact.BaselineDaysAfterStart));
    }

    [Theory]
    [InlineData("windows: laboratory\nfacts:", ", windows: labratory }", 3, "unknown windows 'labratory': windows.yaml has none of that name")]
    [InlineData("windows: labratory\nfacts:", "}", 3, "unknown windows 'labratory': windows.yaml has none of that name")]
    [InlineData("facts:", ", current-days: soon }", 2, "'current-days' has to be a number of days or 'any', not 'soon'")]
    public void Mistakes_are_named(string file, string own, int line, string what) => Assert.Contains(
        Assert.Throws<KnowledgeDefectsException>(() => Read($"{file}\n{Fact}{own}")).Defects, d => d.File == "facts/test.yaml" && d.Line == line && d.What == what);

    [Fact]
    public void Windows_that_no_fact_has_are_a_defect()
    {
        KnowledgeFile[] files = [.. KnowledgeBaseReader.EmbeddedFiles().Select(f => f.Path == "windows.yaml" ? f with { Text = f.Text + "  - { id: test, current-days: 1 }\n" } : f)];
        Assert.Contains(Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(files)).Defects, d => d is { File: "windows.yaml", Line: > 1, What: "no fact has the windows 'test'" });
    }

    private static KnowledgeBase Read(string facts) => KnowledgeBaseReader.Read([.. KnowledgeBaseReader.EmbeddedFiles(), new KnowledgeFile("facts/test.yaml", facts)]);
}
