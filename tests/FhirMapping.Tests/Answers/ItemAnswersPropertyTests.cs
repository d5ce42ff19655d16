using System.Text;
using Cds.FhirMapping.Answers;
using Cds.FhirMapping.Cytogenetics;
using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Tests.Answers;

/// <summary>Lists of findings: each has its own answer, whatever its neighbours have.</summary>
public sealed class ItemAnswersPropertyTests
{
    private static readonly (string Id, string Name)[] Names =
    [
        ("t-4-14", "t(4;14)"), ("t-4-14", "IGH::FGFR3"), ("t-14-16", "t(14;16)"), ("t-14-20", "t(14;20)"), ("t-11-14", "t(11;14)"),
        ("del-17p", "del(17p)"), ("del-17p", "17p欠失"), ("gain-1q", "gain(1q)"), ("gain-1q", "1q21増幅"), ("del-13q", "del(13q)"), ("del-1p", "del(1p)"),
    ];

    private static readonly string[] Joints = [": ", " ", "：", " - ", "は"];
    private static readonly string[] Separators = [", ", "; ", "、", "。", "\n", ". ", " and ", " but "];

    // "は" before "いいえ" would be read as "はい".
    private static readonly Dictionary<WordKind, string[]> Phrases =
        PhraseTable.Phrases.Where(p => p.Text.Length > 1 && p.Text != "いいえ").GroupBy(p => p.Kind).ToDictionary(g => g.Key, g => g.Select(p => p.Text).ToArray());

    private static readonly (WordKind Kind, Answer Answer)[] Answers =
    [
        (WordKind.Positive, Answer.Positive), (WordKind.Graded, Answer.Positive), (WordKind.Negative, Answer.Negative), (WordKind.NoResult, Answer.Indeterminate),
        (WordKind.Uncertain, Answer.Indeterminate), (WordKind.Change, Answer.Indeterminate), (WordKind.Possible, Answer.Indeterminate), (WordKind.Reference, Answer.Indeterminate),
    ];

    [Fact]
    public void Each_member_of_a_list_has_its_own_answer()
    {
        var random = new Random(4_14);
        for (int i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            var expected = new List<string>();
            foreach ((string id, string name) in Names.OrderBy(_ => random.Next()).DistinctBy(n => n.Id).Take(random.Next(1, 6)))
            {
                (WordKind kind, Answer answer) = Answers[random.Next(Answers.Length)];
                string[] words = Phrases[kind];
                if (expected.Count > 0) text.Append(Separators[random.Next(Separators.Length)]);
                text.Append(name).Append(Joints[random.Next(Joints.Length)]).Append(words[random.Next(words.Length)]);
                expected.Add($"{id} {answer}");
            }

            IEnumerable<string> read = IscnReader.Read(text.ToString()).Select(f => $"{f.FactId} {f.Answer}");
            Assert.True(expected.Order(StringComparer.Ordinal).SequenceEqual(read.Order(StringComparer.Ordinal)), $"{text}: {string.Join(", ", read)}");
        }
    }

    [Fact]
    public void A_list_with_one_answer_gives_it_to_each_member()
    {
        string[] templates = ["negative for {0}, {1} and {2}", "no evidence of {0}, {1} or {2}", "No {0}, {1} or {2} detected", "{0}, {1} and {2}: not detected", "{0}、{1}、{2}：検出せず", "not detected: {0}, {1}, {2}", "{0}/{1}/{2} not detected", "{0}、{1}及び{2}は陰性"];
        var random = new Random(17);
        for (int i = 0; i < 5_000; i++)
        {
            (string Id, string Name)[] three = [.. Names.OrderBy(_ => random.Next()).DistinctBy(n => n.Id).Take(3)];
            string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, templates[random.Next(templates.Length)], three[0].Name, three[1].Name, three[2].Name);
            IReadOnlyList<CytogeneticFinding> read = IscnReader.Read(text);
            Assert.True(read.Count == 3 && read.All(f => f.Answer == Answer.Negative), $"{text}: {string.Join(", ", read)}");
        }
    }

    [Fact]
    public void An_unknown_word_makes_no_member_definite()
    {
        string[] noise = ["zyzzyva", "鬱蒼"];
        var random = new Random(99);
        for (int i = 0; i < 20_000; i++)
        {
            (WordKind kind, _) = Answers[random.Next(Answers.Length)];
            string[] words = Phrases[kind];
            string answer = words[random.Next(words.Length)];
            int at = random.Next(answer.Length + 1);
            string text = $"t(4;14) {answer[..at]} {noise[random.Next(noise.Length)]} {answer[at..]}, t(14;16) negative";
            CytogeneticFinding finding = IscnReader.Read(text).Single(f => f.FactId == "t-4-14");
            Assert.True(finding.Answer == Answer.Indeterminate, $"{text}: {finding}");
        }
    }

    [Fact]
    public void Texts_of_any_phrases_and_names_never_throw()
    {
        string[] pieces = [.. PhraseTable.Phrases.Select(p => p.Text), .. Names.Select(n => n.Name), "46,XX,", "nuc ish(TP53x1)", "65%", "0/200", "IgG", "κ", "lytic lesion", "(", ")", "?", "-", "+", ",", ".", ":", "/", "\n"];
        string[] facts = ["bone-lesions", "immunofixation-serum", "t-4-14", "hbs-antigen"];
        var random = new Random(3);
        int definite = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (FindingAnswers.Read(facts[i % facts.Length], text).IsDefinite) definite++;
            _ = FindingStatement.Read(text);
            _ = IsotypeText.Read(text);
            _ = StageText.Read(text);
        }

        // Most of such texts are nonsense, and nonsense answers nothing.
        Assert.InRange(definite, 1, 4_000);
    }
}
