using System.Diagnostics;
using Cds.FhirMapping.Answers;

namespace Cds.FhirMapping.Tests.Answers;

/// <summary>What holds for any text made of the grammar's own phrases.</summary>
public sealed class AnswerGrammarPropertyTests
{
    private const int Cases = 100_000;

    private static readonly string[] Separators = [" ", " ", " ", " ", ", ", "、", ". ", "。", "; ", ": ", "\n", "/"];
    private static readonly string[] Noise = ["zyzzyva", "qwertz", "鬱蒼", "饂飩"];
    private static readonly string[] Negations = ["not ", "no ", "without ", "no evidence of ", "never "];

    private static readonly ILookup<WordKind, Phrase> Phrases = PhraseTable.Phrases.ToLookup(p => p.Kind);
    private static readonly Phrase[][] OfKind = [.. Phrases.Select(p => p.ToArray())];

    [Fact]
    public void Every_phrase_of_the_tables_read_alone_gives_its_own_answer() => Assert.Empty(
        PhraseTable.Phrases.Where(p => AnswerGrammar.Read(p.Text).Meaning != Alone(p.Kind)).Select(p => $"{p.Text} ({p.Kind}): {AnswerGrammar.Read(p.Text).Meaning}"));

    [Fact]
    public void Every_phrase_says_where_it_comes_from() => Assert.All(PhraseTable.Phrases, p => Assert.True(p.Source.Length > 4 && p.Language.Length >= 2, p.Text));

    [Fact]
    public void Both_languages_have_phrases_of_every_kind_that_answers() => Assert.All(
        (WordKind[])[WordKind.Positive, WordKind.Graded, WordKind.Negative, WordKind.Uncertain, WordKind.Possible, WordKind.Suspected, WordKind.NoResult, WordKind.Reference, WordKind.Change, WordKind.Past, WordKind.Relative, WordKind.Retracted],
        kind => Assert.Superset(new HashSet<string> { "en", "ja" }, Phrases[kind].Select(p => p.Language).ToHashSet()));

    [Fact]
    public void Texts_of_own_phrases_read_as_the_slow_reference_reads_them()
    {
        var random = new Random(20261129);
        var different = new List<string>();
        for (int i = 0; i < Cases && different.Count < 10; i++)
        {
            string text = Compose(random, noise: true);
            AnswerMeaning read = AnswerGrammar.Read(text).Meaning;
            AnswerMeaning expected = ReferenceReading.Read(text);
            if (read != expected) different.Add($"{text.ReplaceLineEndings("\\n")} -> {read}, reference {expected}");
        }

        Assert.True(different.Count == 0, string.Join("\n", different));
    }

    [Fact]
    public void An_unknown_word_never_makes_an_answer_definite()
    {
        var random = new Random(7);
        for (int i = 0; i < Cases / 4; i++)
        {
            string text = Compose(random, noise: false);
            AnswerMeaning before = AnswerGrammar.Read(text).Meaning;
            int at = random.Next(text.Length + 1);
            string longer = $"{text[..at]} {Noise[random.Next(Noise.Length)]} {text[at..]}";
            AnswerReading after = AnswerGrammar.Read(longer);
            Assert.False(after.IsDefinite, $"{text} is {before}, {longer} is {after.Meaning}");
        }
    }

    [Fact]
    public void A_negation_never_makes_present()
    {
        var random = new Random(11);
        for (int i = 0; i < Cases / 4; i++)
        {
            string text = Compose(random, noise: false);
            AnswerMeaning before = AnswerGrammar.Read(text).Meaning;
            string denied = random.Next(2) == 0 ? Negations[random.Next(Negations.Length)] + text : text + "ではない";
            Assert.False(before != AnswerMeaning.Present && AnswerGrammar.Read(denied).Meaning == AnswerMeaning.Present, $"{text} -> {denied}");
        }
    }

    [Fact]
    public void A_positive_word_is_never_present_behind_a_negation()
    {
        foreach (Phrase phrase in Phrases[WordKind.Positive].Concat(Phrases[WordKind.Graded]))
        {
            foreach (string negation in Negations) Assert.NotEqual(AnswerMeaning.Present, AnswerGrammar.Read(negation + phrase.Text).Meaning);
            Assert.NotEqual(AnswerMeaning.Present, AnswerGrammar.Read(phrase.Text + "ではない").Meaning);
        }
    }

    [Fact]
    public void A_negative_word_is_never_definite_behind_a_negation()
    {
        foreach (Phrase phrase in Phrases[WordKind.Negative])
        {
            Assert.False(AnswerGrammar.Read("not " + phrase.Text).IsDefinite, phrase.Text);
            Assert.False(AnswerGrammar.Read(phrase.Text + "ではない").IsDefinite, phrase.Text);
        }
    }

    [Fact]
    public void Letter_case_and_width_change_nothing()
    {
        foreach (Phrase phrase in PhraseTable.Phrases)
        {
            string wide = string.Concat(phrase.Text.ToUpperInvariant().Select(c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c == ' ' ? '\u3000' : c));
            Assert.Equal(AnswerGrammar.Read(phrase.Text).Meaning, AnswerGrammar.Read(wide).Meaning);
        }
    }

    [Theory]
    [InlineData("not ")]
    [InlineData("no t(4;14), ")]
    [InlineData("((((")]
    [InlineData("1/1/1,")]
    [InlineData("del(17p) ")]
    [InlineData("46,XX,t(4;14)(p16;q32)/")]
    [InlineData("nuc ish(TP53x1")]
    [InlineData("検出され")]
    [InlineData("IgG kappa, ")]
    [InlineData("a")]
    public void Long_texts_of_one_piece_are_read_in_time_that_grows_with_their_length(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        AnswerGrammar.Read(text);
        FhirMapping.Cytogenetics.IscnReader.Read(text);
        FindingAnswers.Read("immunofixation-serum", text);
        // Some milliseconds in practice; a search that goes back over the text would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static AnswerMeaning Alone(WordKind kind) => kind switch
    {
        WordKind.Positive or WordKind.Graded or WordKind.YesAlone => AnswerMeaning.Present,
        WordKind.Negative or WordKind.None or WordKind.No or WordKind.NoAlone => AnswerMeaning.Absent,
        WordKind.NoResult => AnswerMeaning.NoResult,
        WordKind.DoneAlone => AnswerMeaning.Done,
        WordKind.Change => AnswerMeaning.ChangeOnly,
        WordKind.Reference or WordKind.Same or WordKind.New or WordKind.Limit or WordKind.Noun or WordKind.Other or WordKind.Aside or WordKind.CutOff or WordKind.Filler
            or WordKind.And or WordKind.Or or WordKind.Stop => AnswerMeaning.Nothing,
        _ => AnswerMeaning.Unknown,
    };

    private static string Compose(Random random, bool noise)
    {
        var text = new System.Text.StringBuilder();
        int count = random.Next(1, 6);
        for (int i = 0; i < count; i++)
        {
            if (i > 0) text.Append(Separators[random.Next(Separators.Length)]);
            if (noise && random.Next(20) == 0) text.Append(Noise[random.Next(Noise.Length)]);
            else text.Append(Pick(random));
        }

        return text.ToString();
    }

    /// <summary>Kinds are drawn first, so that rare ones meet each other too; signs that join numbers or brackets are left to the tables of cases.</summary>
    private static string Pick(Random random)
    {
        Phrase[] ofKind = OfKind[random.Next(OfKind.Length)];
        return ofKind[random.Next(ofKind.Length)].Text;
    }
}
