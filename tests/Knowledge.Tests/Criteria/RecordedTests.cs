using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Criteria;

/// <summary><c>recorded: true</c> is the short form of "known, and the test holds".</summary>
public sealed class RecordedTests
{
    [Theory]
    [InlineData(
        "{ fact: albumin, lt: 3.5 g/dL, recorded: true }",
        "{ all: [ { fact: albumin, known: true }, { fact: albumin, lt: 3.5 g/dL } ] }")]
    [InlineData(
        "{ fact: albumin, at: baseline, gte: 3 g/dL, lt: 3.5 g/dL, recorded: true }",
        "{ all: [ { fact: albumin, at: baseline, known: true }, { fact: albumin, at: baseline, gte: 3 g/dL, lt: 3.5 g/dL } ] }")]
    [InlineData(
        "{ fact: albumin, since: car-t-infusion, within-hours: 24, lt: 3.5 g/dL, recorded: true }",
        "{ all: [ { fact: albumin, since: car-t-infusion, within-hours: 24, known: true }, { fact: albumin, since: car-t-infusion, within-hours: 24, lt: 3.5 g/dL } ] }")]
    [InlineData(
        "{ conclusion: staging.iss, is: III, recorded: true }",
        "{ all: [ { conclusion: staging.iss, known: true }, { conclusion: staging.iss, is: III } ] }")]
    public void The_short_form_is_the_long_one(string brief, string full) => Assert.Equal(Tree(Read(full)), Tree(Read(brief)));

    /// <summary>Lists compare by reference; the whole tree as text compares by what stands in it.</summary>
    private static string Tree(Criterion criterion) => criterion switch
    {
        AllOf all => $"all({string.Join("; ", all.Parts.Select(Tree))})",
        FactSince since => $"since {since.Since}({Tree(since.Test)})",
        FactWithin within => $"within {within.Hours}({Tree(within.Test)})",
        ConclusionIs conclusion => $"{conclusion.Conclusion} is {string.Join(",", conclusion.Codes)}",
        _ => criterion.ToString(),
    };

    private static Criterion Read(string yaml)
    {
        KnowledgeFile[] files =
        [
            .. KnowledgeBaseReader.EmbeddedFiles().Select(f => f.Path == "recommendations/prophylaxis.herpes-zoster.yaml"
                ? f with { Text = f.Text.Replace("applies: { on-drug-of-class: proteasome-inhibitor }", $"applies: {yaml}", StringComparison.Ordinal) }
                : f),
        ];
        return KnowledgeBaseReader.Read(files).Recommendations.Single(r => r.Id == "prophylaxis.herpes-zoster").Applies;
    }
}
