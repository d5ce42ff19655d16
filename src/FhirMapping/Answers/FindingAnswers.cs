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
    /// <param name="factId">Fact id.</param>
    /// <param name="text">The text.</param>
    /// <param name="isExamination">Whether the fact says that an examination took place: then "done" is the answer, for all others it is none.</param>
    public static AnswerReading Read(string factId, string text, bool isExamination = false)
    {
        AnswerReading reading = OfFact(factId, text);
        return reading.Meaning == AnswerMeaning.Done && isExamination ? reading with { Meaning = AnswerMeaning.Present } : reading;
    }

    private static AnswerReading OfFact(string factId, string text)
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
            said[i] = readings[i].IsBare && MonoclonalProteins.CountsAsPresent(names, readings, i, factId) ? readings[i] with { Meaning = AnswerMeaning.Present, Decisive = folded[names[i].Start..names[i].End] } : readings[i];

        AnswerMeaning meaning = AnswerMeaning.Nothing;
        string decisive = "";
        for (int i = 0; i < said.Length; i++)
        {
            if (said[i].Id != factId || (said[i].Meaning == AnswerMeaning.Absent && MonoclonalProteins.IsOfOneProtein(names, said, i) && !MonoclonalProteins.OutweighsOthers(names, said, folded))) continue;
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
                Answer.None => AnswerMeaning.Nothing,
                _ => AnswerMeaning.Unknown,
            };
            return new AnswerReading(meaning, "", finding.Share);
        }

        return new AnswerReading(AnswerMeaning.Unknown, "");
    }
}
