using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Cards.Glance;
using Cds.CdsHooks.Tests.Hosting;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Tests.Cards;

/// <summary>The short detail: what it takes up, in which order, and that nothing makes it longer than it may be.</summary>
public sealed class GlanceTests
{
    private const string Markup = "<a href='x'>*[_|~`\\&amp; ";

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 200)];

    [Fact]
    public void A_record_is_another_record_to_the_reader_of_either_language()
    {
        var note = new LocalizedText("0 contradicts 1 of the same time (Condition/c-1).", "同じ時点のCondition/c-1の1と0が矛盾している。");
        Assert.Equal("0 contradicts 1 of the same time (another record)", Sentences.Phrase(note, Language.English));
        Assert.Equal("同じ時点の別の記録の1と0が矛盾している", Sentences.Phrase(note, Language.Japanese));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_text_makes_it_longer_than_it_may_be(int seed)
    {
        var random = new Random(seed);
        GlanceText text = Random(random);
        foreach ((Language language, int longest) in new[] { (Language.English, 700), (Language.Japanese, 350) })
        {
            string written = new GlanceWriter(language).Write(text);
            Assert.InRange(written.Length, 1, longest);
            Assert.DoesNotContain("<a", written, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Japanese)]
    public void Two_facts_always_stand_beside_notice_advice_and_source(Language language)
    {
        string fill = new('x', 3000);
        string written = new GlanceWriter(language).Write(new GlanceText(fill, fill) { Notice = fill, Facts = ["first " + fill, "second " + fill, "third"], Options = [new GlanceOption(fill)], ToConfirm = [fill] });
        Assert.Contains("first ", written, StringComparison.Ordinal);
        Assert.Contains("second ", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_facts_and_three_options_are_shown_and_the_rest_is_counted()
    {
        string written = new GlanceWriter(Language.English).Write(new GlanceText("Do it.", "Source: guide")
        {
            Facts = ["one", "two", "three", "four", "five", "six"],
            Options = [new GlanceOption("a"), new GlanceOption("b"), new GlanceOption("c"), new GlanceOption("d")],
            MoreOptions = 2,
            ToConfirm = ["e"],
        });
        Assert.Equal("Do it.\n\none; two; three; four; five.\n\n- a\n- b\n- c (3 more)\n\nTo confirm: e.\n\nSource: guide", written);
    }

    [Fact]
    public void Options_that_stand_alike_share_a_line_and_count_as_several()
    {
        string written = new GlanceWriter(Language.English).Write(new GlanceText("Do it.", "Source: guide") { Options = [new GlanceOption("a, b – recommended", "for the same reason", 2), new GlanceOption("c – alternative")], MoreOptions = 4 });
        Assert.Equal("Do it.\n\n- a, b – recommended: for the same reason\n- c – alternative (4 more)\n\nSource: guide", written);
    }

    [Fact]
    public void A_further_sentence_that_ends_at_a_clause_has_its_full_stop()
    {
        string longer = string.Concat(Enumerable.Repeat("word ", 55)) + "changes nothing; " + string.Concat(Enumerable.Repeat("word ", 40));
        string written = new GlanceWriter(Language.English).Write(new GlanceText("Do it.", "Source: guide") { Remarks = [longer, "A second one."] });
        Assert.Contains("word changes nothing. A second one.", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_further_sentence_stands_whole_or_not_at_all()
    {
        string fill = string.Concat(Enumerable.Repeat("word ", 60));
        string written = new GlanceWriter(Language.English).Write(new GlanceText("Do it.", "Source: guide") { ToConfirm = [fill], Remarks = [fill + fill, "A short sentence."] });
        Assert.Contains("A short sentence.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("word word…", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_stand_one_below_the_other()
    {
        string written = new GlanceWriter(Language.English).Write(new GlanceText("", "Source: guide") { Lines = ["ISS stage II", "R-ISS stage I"], Facts = ["albumin 3.2 g/dL"] });
        Assert.Equal("ISS stage II  \nR-ISS stage I\n\nalbumin 3.2 g/dL.\n\nSource: guide", written);
    }

    [Theory]
    [InlineData("Give it today; then wait for two weeks", 20, "Give it today")]
    [InlineData("Give it now, then wait for two weeks", 20, "Give it now…")]
    [InlineData("Give it now please and wait", 15, "Give it now…")]
    [InlineData("ボルテゾミブを減量。その後に再評価する", 15, "ボルテゾミブを減量")]
    [InlineData("Give it on two days (less in renal impairment)", 30, "Give it on two days")]
    [InlineData("隔日に15 mg（クレアチニンクリアランス30未満）", 15, "隔日に15 mg")]
    [InlineData("Not with del(17p) and a translocation", 19, "Not with del(17p)…")]
    [InlineData("Give it (one day; then a second day of rest)", 20, "Give it (one day…")]
    [InlineData("short", 15, "short")]
    public void A_line_is_cut_at_a_clause_or_a_word(string text, int longest, string expected) => Assert.Equal(expected, Clip.Neutralised(text, longest));

    [Theory]
    [InlineData("Clearance below 30 mL/min, or dialysis: wait for two weeks", 50, "Clearance below 30 mL/min, or dialysis")]
    [InlineData("Once a week (twice in myeloma), then wait", 30, "Once a week")]
    [InlineData("クレアチニンクリアランス30 mL/min未満、透析中：投与しない", 28, "クレアチニンクリアランス30 mL/min未満、透析中")]
    [InlineData("Four milligrams every three to four weeks", 30, "")]
    [InlineData("short", 15, "short")]
    public void What_stands_for_a_whole_reason_is_whole_by_itself(string text, int longest, string expected) => Assert.Equal(expected, Clip.Whole(text, longest));

    [Theory]
    [InlineData("Give it. Then wait.", "Give it.")]
    [InlineData("Give 0.5 mg e.g. on day 1. Then wait.", "Give 0.5 mg e.g. on day 1.")]
    [InlineData("- Grade 1: wait.\n- Grade 2: act.", "Grade 1: wait.")]
    public void The_first_sentence_is_plain_text(string text, string expected) => Assert.Equal(expected, Sentences.First(new LocalizedText(text, "。"), Language.English));

    [Theory]
    [InlineData("2026-11-14", "14 Nov", "11/14")]
    [InlineData("2021-06-02", "2 Jun 2021", "2021/6/2")]
    [InlineData("2021-06", "June 2021", "2021年6月")]
    [InlineData("2026-10-12/", "since 12 Oct", "10/12～")]
    [InlineData("2026-10-12/2026-11-01", "12 Oct - 1 Nov", "10/12～11/1")]
    [InlineData("2026-10-12/2026-10-12", "12 Oct", "10/12")]
    [InlineData("2026-11-19T08:30:00+09:00", "19 Nov 08:30", "11/19 08:30")]
    [InlineData("2026-10-19T08:30:00+09:00", "19 Oct", "10/19")]
    public void Dates_are_written_as_clinicians_write_them(string date, string english, string japanese)
    {
        Assert.Equal(english, new GlanceDate(CardBench.AsOf, Language.English).Of(date));
        Assert.Equal(japanese, new GlanceDate(CardBench.AsOf, Language.Japanese).Of(date));
    }

    [Fact]
    public void The_diagnosis_is_not_repeated_and_the_reason_of_an_option_comes_first()
    {
        Basis clearance = CardBench.Basis("creatinine-clearance", 25) with { Unit = "mL/min", Resource = null, Date = null, From = [CardBench.Basis("creatinine", 2.1m)] };
        Option option = CardBench.Option("acyclovir", Standing.Caution) with { Reasons = [new OptionReason("renal-function", SmallKnowledge.Text("low clearance"), [clearance])] };
        Recommendation recommendation = CardBench.Of(SmallKnowledge.Prophylaxis, RecommendationStatus.Due, option) with
        {
            Basis = [CardBench.Basis("multiple-myeloma", 1) with { Value = null }, CardBench.Basis("albumin", 3.2m)],
        };
        Card card = CardBench.Card(CardBench.Context([CardBench.Diagnosis], [recommendation]), "prophylaxis.herpes-zoster");
        Assert.Contains("creatinine-clearance 25 mL/min (1 Oct); albumin 3.2 g/dL (1 Oct).", card.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("multiple-myeloma", card.Detail, StringComparison.Ordinal);
        Assert.Contains("- acyclovir – with caution: low clearance", card.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_datum_of_each_reason_comes_before_the_second_of_any()
    {
        Option one = CardBench.Option("acyclovir", Standing.Caution) with { Reasons = [new OptionReason("age", SmallKnowledge.Text("old"), [CardBench.Basis("first", 1m), CardBench.Basis("second", 2m)])] };
        Option other = CardBench.Option("valacyclovir", Standing.Caution) with { Reasons = [new OptionReason("renal-function", SmallKnowledge.Text("low clearance"), [CardBench.Basis("third", 3m)])] };
        Recommendation recommendation = CardBench.Of(SmallKnowledge.Prophylaxis, RecommendationStatus.Due, one, other) with { Basis = [] };
        Card card = CardBench.Card(CardBench.Context([CardBench.Diagnosis], [recommendation]), "prophylaxis.herpes-zoster");
        Assert.Contains("first 1 g/dL (1 Oct); third 3 g/dL (1 Oct); second 2 g/dL (1 Oct).", card.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_birth_date_is_no_date_of_an_age()
    {
        Recommendation recommendation = CardBench.Due with { Basis = [CardBench.Basis("age", 82, "Patient/p1") with { Date = "1944-01-01", Unit = "a" }] };
        string detail = CardBench.Card(CardBench.Context([CardBench.Diagnosis], [recommendation]), "prophylaxis.herpes-zoster").Detail;
        Assert.Contains("age 82 years", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("1944", detail, StringComparison.Ordinal);
    }

    private static GlanceText Random(Random random) => new(Text(random), Text(random))
    {
        Notice = random.Next(2) == 0 ? null : Text(random),
        Facts = Texts(random),
        Lines = Texts(random),
        Options = [.. Texts(random).Select(name => new GlanceOption(name, random.Next(2) == 0 ? null : Text(random), random.Next(1, 4)))],
        MoreOptions = random.Next(1000),
        ToConfirm = Texts(random),
        Remarks = Texts(random),
    };

    private static string[] Texts(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => Text(random))];

    private static string Text(Random random)
    {
        string[] words = ["ボルテゾミブ", "、", "dose; ", "mg ", Markup, "𠮷野家", "。", "lenalidomide ", "\n- ", "**", ": "];
        return "x" + string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => words[random.Next(words.Length)]));
    }
}
