using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Conclusions;

public sealed class PointScoreTests
{
    private static readonly LocalizedText Name = new("a", "あ");

    private static readonly FactPresence Deletion = new("del-17p", FactTime.Current, true);

    private static readonly FactPresence Gain = new("gain-1q", FactTime.Current, true);

    [Theory]
    [InlineData(true, true, "high")]
    [InlineData(true, false, "low")]
    public void Halves_of_points_are_added(bool deletion, bool gain, string band)
    {
        Conclusion answer = Answer(Score(Half), Build.Presence("del-17p", deletion), Build.Presence("gain-1q", gain));
        Assert.Equal(new CodeAnswer(band), answer.Value);
    }

    [Fact]
    public void Without_bands_the_sum_is_the_answer()
    {
        Conclusion answer = Answer(Score([]), Build.Presence("del-17p", true), Build.Presence("gain-1q", true));
        Assert.Equal(new NumberAnswer(1.5m), answer.Value);
    }

    [Fact]
    public void Without_bands_an_open_item_leaves_every_sum_that_is_possible()
    {
        Conclusion answer = Answer(Score([]), Build.Presence("del-17p", true));
        Assert.Null(answer.Value);
        Assert.Equal([new NumberAnswer(1m), new NumberAnswer(1.5m)], answer.Possible);
        Assert.Equal(["gain-1q"], answer.Missing);
    }

    [Fact]
    public void An_item_that_says_when_there_are_no_points_has_one_of_its_rows()
    {
        var item = new ScoreItem("level", Name, [new ScoreRow(0m, new FactComparison("albumin", FactTime.Current, ComparisonOperator.AtLeast, 3.5m)), new ScoreRow(2m, new FactPresence("t-4-14", FactTime.Current, true)), new ScoreRow(-1m, Gain)]);
        var score = new PointScore { Id = "s", Title = Name, Citations = [], Items = [item], Bands = [] };
        Assert.Equal([new NumberAnswer(-1m), new NumberAnswer(2m)], Answer(score, Build.Quantity("albumin", 3m)).Possible);
        Assert.Equal([new NumberAnswer(-1m), new NumberAnswer(0m), new NumberAnswer(2m)], Answer(score).Possible);
    }

    private static readonly IReadOnlyList<ScoreBand> Half = [new("low", 1m), new("high", null)];

    private static PointScore Score(IReadOnlyList<ScoreBand> bands) => new()
    {
        Id = "s",
        Title = Name,
        Citations = [],
        Items = [new("deletion", Name, [new ScoreRow(1m, Deletion)]), new("gain", Name, [new ScoreRow(0.5m, Gain)])],
        Bands = bands,
    };

    private static Conclusion Answer(PointScore score, params Cds.Knowledge.Patients.ObservedFact[] facts) => score.Evaluate(Build.Context(Build.Myeloma(facts))).Conclusion!;
}
