using Cds.CdsHooks.Cards;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;

namespace Cds.CdsHooks.Tests.Cards;

public sealed class StagingCardTests
{
    private static readonly Conclusion Iss = CardBench.Determined("staging.iss", "II", CardBench.Basis("albumin", 3.2m));

    [Fact]
    public void Stage_is_shown_before_treatment_with_the_data_behind_it()
    {
        CardContext context = CardBench.Context([CardBench.Diagnosis, CardBench.Untreated, Iss, CardBench.Determined("staging.r-iss", "III")], []);
        Card card = CardBench.Card(context, "staging.iss");
        Assert.Equal("staging.r-iss: III; staging.iss: II", card.Summary);
        Assert.Equal("staging", card.Source.Topic);
        Assert.Contains("albumin 3.2 g/dL (1 Oct)", card.Detail, StringComparison.Ordinal);
        Assert.Contains("| albumin | 3.2 g/dL | 2026-10-01 | Observation/1 |", CardBench.Draft(context, "staging.iss").Full(), StringComparison.Ordinal);
        Assert.Equal(["staging.r-iss"], card.Assessment.Related.Select(conclusion => conclusion.Id));
    }

    [Fact]
    public void An_undetermined_stage_says_what_is_possible_and_what_is_missing()
    {
        Card card = CardBench.Card(CardBench.Context([CardBench.Diagnosis, CardBench.Untreated, CardBench.Open("staging.iss", ["I", "II"], "albumin")], []), "staging.iss");
        Assert.Equal("staging.iss: I or II (missing: albumin)", card.Summary);
    }

    [Theory]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-21", false)]
    public void After_the_start_of_treatment_it_is_shown_for_90_days(string firstDose, bool shown)
    {
        Conclusion lines = CardBench.Determined("therapy.lines", "1", new Basis { Fact = "line-of-therapy", Title = new("line 1", "1次治療"), Value = new CodeValue("bortezomib"), Date = firstDose });
        CardContext context = CardBench.Context([CardBench.Diagnosis, CardBench.Determined("therapy.phase", "on-treatment"), lines, Iss], []);
        Assert.Equal(shown, CardBench.Compose(context).Any(card => card.Assessment.Id == "staging.iss"));
    }

    [Fact]
    public void It_is_not_shown_where_staging_makes_no_sense() => Assert.Empty(CardBench.Compose(CardBench.Context([CardBench.Diagnosis, CardBench.Untreated], [])));
}
