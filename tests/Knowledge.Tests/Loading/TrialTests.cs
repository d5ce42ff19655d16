using Cds.Knowledge.Loading;
using Cds.Knowledge.Therapy;

namespace Cds.Knowledge.Tests.Loading;

/// <summary>Trials hold their figures once; regimens and rules name them.</summary>
public sealed class TrialTests
{
    private const string TrialText = """
        id: test
        title: { en: TEST, ja: TEST }
        arm: Bd
        comparator: Td
        citations: [jsh-2023#mm-5-cq2]
        reports:
          - id: one
            population: { en: a, ja: あ }
            level: 1iiA
            figures:
              - { endpoint: PFS, result: 10 months, comparator-result: 5 months }
              - { endpoint: OS, result: better, level: 2Div }
          - id: two
            population: { en: b, ja: い }
            comparator: Ld
            figures: [ { endpoint: PFS, hazard-ratio: 0.5 } ]
        """;

    private static readonly IReadOnlyList<KnowledgeFile> Shipped = KnowledgeBaseReader.EmbeddedFiles();

    [Fact]
    public void A_figure_takes_from_its_report_and_the_report_from_the_trial_what_it_does_not_say()
    {
        IReadOnlyList<Evidence> evidence = Read("[test]").Regimens["bd"].Evidence;
        Assert.Equal(["あ PFS Td 1iiA", "あ OS Td 2Div", "い PFS Ld "], evidence.Select(e => $"{e.Population.Ja} {e.Endpoint.En} {e.Comparator!.En} {e.Level}"));
        Assert.All(evidence, e => Assert.Equal(["mm-5-cq2"], e.Citations.Select(c => c.Part.Id)));
    }

    [Fact]
    public void A_part_of_a_trial_can_be_named_alone() => Assert.Equal(["b"], Read("[test#two]").Regimens["bd"].Evidence.Select(e => e.Population.En));

    [Fact]
    public void Figures_can_be_read_from_the_side_of_the_comparator()
    {
        Evidence figure = Read("[ { trial: test#one, arm: comparator } ]", TrialText.Replace("{ endpoint: OS, result: better, level: 2Div }", "{ endpoint: OS, result: 9 months, comparator-result: 8 months }", StringComparison.Ordinal)).Regimens["bd"].Evidence[0];
        Assert.Equal(("5 months", "Bd", "10 months"), (figure.Result!.En, figure.Comparator!.En, figure.ComparatorResult!.En));
    }

    [Theory]
    [InlineData("[tset]", "no trial has the id 'tset': did you mean 'test'?")]
    [InlineData("[test#tow]", "trial 'test' has no report 'tow'")]
    [InlineData("[ { trial: test, arm: other } ]", "'arm' can be 'comparator'")]
    [InlineData("[ { trial: test#two, arm: comparator } ]", "'test#two' cannot be read from its comparator")]
    [InlineData("[ { trial: TEST, population: { en: a, ja: b }, endpoint: PFS } ]", "figures stand in trials/<id>.yaml")]
    public void What_names_no_trial_is_a_defect(string evidence, string what) =>
        Assert.Contains(Defects(evidence, TrialText), d => d.File == "regimens/bd.yaml" && d.Line > 1 && d.What.StartsWith(what, StringComparison.Ordinal));

    [Theory]
    [InlineData("    population: { en: a, ja: あ }\n", "", "'population' is missing")]
    [InlineData("citations: [jsh-2023#mm-5-cq2]\n", "", "'citations' is missing: say where it comes from")]
    [InlineData("comparator: Td\n", "", "'comparator-result' has no 'comparator'")]
    [InlineData("endpoint: OS, result: better", "endpoint: OS, result: wonderful", "'wonderful' has no Japanese")]
    public void A_figure_that_lacks_something_is_a_defect(string right, string wrong, string what)
    {
        Assert.Contains(right, TrialText, StringComparison.Ordinal);
        Assert.Contains(Defects("[test]", TrialText.Replace(right, wrong, StringComparison.Ordinal)), d => d.File == "trials/test.yaml" && d.What.StartsWith(what, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_trial_is_named_by_a_rule()
    {
        HashSet<Evidence> told =
        [
            .. Content.Shipped.Knowledge.Regimens.Values.SelectMany(r => r.Evidence),
            .. Content.Shipped.Knowledge.Recommendations.SelectMany(r => r.Evidence.Concat(r.Options.SelectMany(o => o.Evidence))),
        ];
        Assert.All(Content.Shipped.Knowledge.Trials.Values, trial => Assert.All(trial.Reports.SelectMany(report => report.Figures), figure => Assert.Contains(figure, told)));
    }

    private static KnowledgeBase Read(string evidence, string trial = TrialText) => KnowledgeBaseReader.Read(Files(evidence, trial));

    private static IReadOnlyList<KnowledgeDefect> Defects(string evidence, string trial) =>
        Assert.Throws<KnowledgeDefectsException>(() => KnowledgeBaseReader.Read(Files(evidence, trial))).Defects;

    private static IReadOnlyList<KnowledgeFile> Files(string evidence, string trial)
    {
        KnowledgeFile regimen = Shipped.Single(f => f.Path == "regimens/bd.yaml");
        string[] lines = regimen.Text.Split('\n');
        int line = Array.FindIndex(lines, l => l.StartsWith("evidence:", StringComparison.Ordinal));
        lines[line] = "evidence: " + evidence;
        return [.. Shipped.Where(f => f != regimen), regimen with { Text = string.Join('\n', lines) }, new KnowledgeFile("trials/test.yaml", trial)];
    }
}
