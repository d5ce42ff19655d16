using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData(139, 139)]
    [InlineData(140, 139)]
    [InlineData(500, 139)]
    public void C3_A_summary_without_spaces_is_cut_between_characters(int length, int expected) =>
        Assert.Equal(expected, SummaryText.Fit(new string('骨', length)).Length);

    [Fact]
    public void C3_A_summary_is_cut_at_a_word_and_says_so()
    {
        string fitted = SummaryText.Fit(string.Join(' ', Enumerable.Repeat("bortezomib", 30)));
        Assert.InRange(fitted.Length, 100, 139);
        Assert.EndsWith("bortezomib…", fitted, StringComparison.Ordinal);
    }

    [Fact]
    public void C3_A_summary_never_ends_in_half_a_character()
    {
        string fitted = SummaryText.Fit(new string('x', 137) + "😀😀😀");
        Assert.True(fitted.Length <= 139);
        Assert.DoesNotContain(fitted, char.IsHighSurrogate);
    }

    [Fact]
    public void C3_A_summary_is_one_line() => Assert.Equal("a b c", SummaryText.Fit(" a\r\nb\u2028\tc "));

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>")]
    [InlineData("[click](https://evil.example)", "\\[click\\](https\\://evil.example)")]
    [InlineData("![x](http://evil.example/p.png)", "!\\[x\\](http\\://evil.example/p.png)")]
    [InlineData("www.evil.example", "www\\.evil.example")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("*bold* _it_ `code` ~~x~~", "\\*bold\\* \\_it\\_ \\`code\\` \\~\\~x\\~\\~")]
    [InlineData("&lt;b&gt; &#60;", "&amp;lt;b&amp;gt; &amp;#60;")]
    [InlineData("# heading", "\\# heading")]
    [InlineData("line\nbreak\0", "line break ")]
    [InlineData("< 3.0 mg/L", "< 3.0 mg/L")]
    [InlineData("trailing <", "trailing &lt;")]
    public void C6_Text_of_the_record_comes_out_as_text(string text, string expected) => Assert.Equal(expected, Markdown.Neutralise(text));

    [Fact]
    public void C6_Hostile_text_of_the_record_is_neutralised_wherever_it_enters_a_card()
    {
        const string hostile = "<img src=x onerror=alert(1)>|[a](http://evil.example)";
        var basis = new Basis
        {
            Fact = "albumin",
            Title = SmallKnowledge.Text("albumin"),
            Value = new CodeValue(hostile),
            Date = hostile,
            Resource = hostile,
            Comment = new LocalizedText(hostile, hostile),
        };
        Recommendation rule = CardBench.Due with
        {
            Basis = [basis],
            ToConfirm = [new LocalizedText(hostile, hostile)],
            Information = [new LocalizedText(hostile, hostile)],
            Options = [CardBench.Option("acyclovir", Standing.Caution) with { Reasons = [new OptionReason(null, new LocalizedText(hostile, hostile), [])] }],
        };
        string detail = CardBench.InFull(CardBench.Context([CardBench.Diagnosis], [rule]), "prophylaxis.herpes-zoster").Detail;
        Assert.DoesNotContain("<img", detail, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)\]\(", detail);
        Assert.DoesNotContain("://", detail.Replace("\\://", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Detail_shows_standing_reasons_evidence_and_where_a_dose_is_not_from_the_guideline()
    {
        var evidence = new Evidence
        {
            Trial = SmallKnowledge.Text("TRIAL"), Population = SmallKnowledge.Text("relapsed"), Endpoint = SmallKnowledge.Text("PFS"), Result = SmallKnowledge.Text("16.7 months"), Comparator = SmallKnowledge.Text("Bd"), ComparatorResult = SmallKnowledge.Text("7.2 months"),
            HazardRatio = 0.39m, P = "<0.0001", Level = "1iiDiii", Citations = [SmallKnowledge.Citation],
        };
        Option option = CardBench.Option("bd", Standing.Caution, SmallKnowledge.Order("bortezomib")) with
        {
            Reasons = [new OptionReason("off-label", SmallKnowledge.Text("off-label in Japan"), [])],
            Evidence = [evidence],
        };
        string detail = CardBench.InFull(CardBench.Context([CardBench.Diagnosis], [CardBench.Of(SmallKnowledge.Prophylaxis, RecommendationStatus.Due, option)]), "prophylaxis.herpes-zoster").Detail;
        Assert.Contains("**bd** – with caution: off-label in Japan", detail, StringComparison.Ordinal);
        Assert.Contains("TRIAL (relapsed): PFS 16.7 months against 7.2 months with Bd, HR 0.39, p <0.0001 \\[1iiDiii\\]", detail, StringComparison.Ordinal);
        Assert.Contains("Dose from a work outside the guideline: Label 1", detail, StringComparison.Ordinal);
        Assert.Contains("Source: Guide 2023, CQ1 (grade 2A)", detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_names_its_comparator_also_where_the_source_gives_no_figure_of_it()
    {
        var evidence = new Evidence
        {
            Trial = SmallKnowledge.Text("TRIAL"), Population = SmallKnowledge.Text("relapsed"), Endpoint = SmallKnowledge.Text("PFS"), Result = SmallKnowledge.Text("better"),
            Comparator = SmallKnowledge.Text("Bd"), Citations = [SmallKnowledge.Citation],
        };
        Assert.Equal("TRIAL (relapsed): PFS better (against Bd)", EvidenceLine.Write(evidence, Language.English));
        Assert.EndsWith("（対照：Bd（日本語））", EvidenceLine.Write(evidence, Language.Japanese), StringComparison.Ordinal);
        Assert.Equal("TRIAL (relapsed): PFS (against Bd), HR 0.5", EvidenceLine.Write(evidence with { Result = null, HazardRatio = 0.5m }, Language.English));
    }

    [Fact]
    public void A_dose_that_no_source_gives_is_left_to_the_prescriber_in_words()
    {
        Option option = CardBench.Option("acyclovir", Standing.Recommended, SmallKnowledge.Order("acyclovir") with { DoseAmount = null });
        string detail = CardBench.InFull(CardBench.Context([CardBench.Diagnosis], [CardBench.Of(SmallKnowledge.Prophylaxis, RecommendationStatus.Due, option)]), "prophylaxis.herpes-zoster").Detail;
        Assert.Contains("No source gives the dose of aciclovir; the prescriber has to choose it.", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "The amount of aciclovir cannot be worked out: ")]
    [InlineData(Language.Japanese, "の記録がないため、")]
    public void A_dose_that_waits_for_the_body_size_names_what_lacks(Language language, string text)
    {
        Option option = CardBench.Option("acyclovir", Standing.Recommended, SmallKnowledge.Order("acyclovir") with { DoseAmount = null, DoseMissing = ["weight"] });
        CardContext context = CardBench.Context([CardBench.Diagnosis], [CardBench.Of(SmallKnowledge.Prophylaxis, RecommendationStatus.Due, option)]) with { Language = language };
        string detail = CardBench.InFull(context, "prophylaxis.herpes-zoster").Detail;
        Assert.Contains(text, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("No source gives the dose", detail, StringComparison.Ordinal);
    }
}
