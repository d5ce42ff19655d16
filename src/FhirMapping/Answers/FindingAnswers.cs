using Cds.FhirMapping.Cytogenetics;
using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Answers;

/// <summary>
/// Reads what the text of a result says of the finding that the result is about: what it says of other findings does not count, and for lesions and
/// monoclonal proteins the bare mention is an answer ("lytic lesion at T10", "IgG kappa").
/// </summary>
internal static class FindingAnswers
{
    /// <summary>The answer for the fact with the id <paramref name="factId"/>.</summary>
    public static AnswerReading Read(string factId, string text)
    {
        if (IscnReader.Knows(factId) && IscnReader.Names(text)) return OfAbnormality(factId, text);
        string folded = AnswerText.Fold(text);
        List<(FindingName Name, int Start, int End)> names = FindingNames.In(folded);
        if (names.Count == 0) return AnswerGrammar.Read(text);
        NamedItem[] items = [.. names.Select(n => new NamedItem(n.Name.Facts.Contains(factId) ? factId : "", n.Start, n.End))];
        List<Token> tokens = Tokeniser.Read(folded, items, []);
        IReadOnlyList<ItemReading> readings = ItemAnswers.Read(folded, items, tokens);
        var said = new ItemReading[readings.Count];
        for (int i = 0; i < said.Length; i++)
            said[i] = readings[i].IsBare && CountsAsPresent(names, readings, i, factId) ? readings[i] with { Meaning = AnswerMeaning.Present, Decisive = folded[names[i].Start..names[i].End] } : readings[i];

        AnswerMeaning meaning = AnswerMeaning.Nothing;
        string decisive = "";
        for (int i = 0; i < said.Length; i++)
        {
            if (said[i].Id != factId || (said[i].Meaning == AnswerMeaning.Absent && IsOfOneProtein(names, said, i) && !OutweighsOthers(names, said, folded))) continue;
            AnswerMeaning joined = meaning.With(said[i].Meaning);
            if (joined != meaning) decisive = said[i].Decisive;
            meaning = joined;
        }

        if (meaning == AnswerMeaning.Nothing && said.Any(s => s.Id == factId && s.Meaning == AnswerMeaning.Absent)) meaning = AnswerMeaning.Unknown;
        return WithSentences(tokens, folded, new AnswerReading(meaning, decisive));
    }

    /// <summary>Sentences that name nothing are about the finding of the result too.</summary>
    private static AnswerReading WithSentences(List<Token> tokens, string folded, AnswerReading reading)
    {
        foreach (Token[] sentence in Sentences.Of(tokens))
        {
            if (Array.Exists(sentence, t => t.Kind == WordKind.Item)) continue;
            ClauseReading said = AnswerGrammar.ReadSentence(sentence);
            AnswerMeaning joined = reading.Meaning.With(said.Meaning);
            if (joined != reading.Meaning) reading = new AnswerReading(joined, folded[said.Decisive.Start..said.Decisive.End]);
        }

        return reading;
    }

    private static AnswerReading OfAbnormality(string factId, string text)
    {
        foreach (CytogeneticFinding finding in IscnReader.Read(text))
        {
            if (finding.FactId != factId) continue;
            AnswerMeaning meaning = finding.Answer switch
            {
                Answer.Positive => AnswerMeaning.Present,
                Answer.Negative => AnswerMeaning.Absent,
                _ => AnswerMeaning.Unknown,
            };
            return new AnswerReading(meaning, "");
        }

        return new AnswerReading(AnswerMeaning.Unknown, "");
    }

    /// <summary>"IgA lambda negative" denies one protein, not every one.</summary>
    private static bool IsOfOneProtein(List<(FindingName Name, int Start, int End)> names, ItemReading[] said, int at)
    {
        return IsChain(at) || IsChain(at - 1) || IsChain(at + 1);

        bool IsChain(int i) => i >= 0 && i < said.Length && said[i].Meaning == AnswerMeaning.Absent && names[i].Name.Use is MentionUse.Heavy or MentionUse.Light;
    }

    /// <summary>Both light chains denied, or a denial of every monoclonal protein beside the chains, and nothing found.</summary>
    private static bool OutweighsOthers(List<(FindingName Name, int Start, int End)> names, ItemReading[] said, string folded)
    {
        if (said.Any(s => s.Meaning == AnswerMeaning.Present)) return false;
        bool kappa = false;
        bool lambda = false;
        for (int i = 0; i < said.Length; i++)
        {
            if (said[i].Meaning != AnswerMeaning.Absent) continue;
            if (names[i].Name.Use is not (MentionUse.Heavy or MentionUse.Light)) return true;
            string name = folded[names[i].Start..names[i].End];
            kappa |= name.Contains("kappa", StringComparison.Ordinal) || name.Contains('κ') || name.Contains("カッパ", StringComparison.Ordinal);
            lambda |= name.Contains("lambda", StringComparison.Ordinal) || name.Contains('λ') || name.Contains("ラムダ", StringComparison.Ordinal);
        }

        return kappa && lambda;
    }

    /// <summary>A chain alone may be a quantity ("IgG 1200"); heavy and light chain side by side are a protein.</summary>
    private static bool CountsAsPresent(List<(FindingName Name, int Start, int End)> names, IReadOnlyList<ItemReading> readings, int at, string factId)
    {
        MentionUse use = names[at].Name.Use;
        if (use is MentionUse.Present or MentionUse.None) return use == MentionUse.Present;
        MentionUse partner = use == MentionUse.Heavy ? MentionUse.Light : MentionUse.Heavy;
        return Beside(at - 1) || Beside(at + 1);

        bool Beside(int i) => i >= 0 && i < names.Count && names[i].Name.Use == partner && readings[i].IsBare && readings[i].Id == factId;
    }
}
