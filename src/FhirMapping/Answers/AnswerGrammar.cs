namespace Cds.FhirMapping.Answers;

/// <summary>
/// Reads an answer in words as a whole: present only by a positive word, absent only by a whole negative phrase. What is not in the tables is
/// unknown, and so is a text that holds an unread word beside an answer.
/// </summary>
internal static class AnswerGrammar
{
    /// <summary>What the text says of the one finding that it answers for.</summary>
    public static AnswerReading Read(string text)
    {
        string folded = AnswerText.Fold(text);
        List<Token> tokens = Tokeniser.Read(folded, [], []);
        if (tokens.Find(t => t.Kind == WordKind.Retracted) is { End: > 0 } retracted) return new AnswerReading(AnswerMeaning.Unknown, folded[retracted.Start..retracted.End]);
        AnswerMeaning meaning = AnswerMeaning.Nothing;
        Token decisive = default;
        bool unread = false;
        foreach (Token[] sentence in Sentences.Of(tokens))
        {
            ClauseReading said = ReadSentence(sentence);
            unread |= said.IsUnread;
            AnswerMeaning joined = meaning.With(said.Meaning);
            if (joined != meaning) decisive = said.Decisive;
            meaning = joined;
        }

        if (unread && meaning != AnswerMeaning.Nothing) meaning = AnswerMeaning.Unknown;
        return new AnswerReading(meaning, folded[decisive.Start..decisive.End], unread ? null : CellShare.Of(tokens));
    }

    /// <summary>What a sentence that names nothing says as a whole.</summary>
    internal static ClauseReading ReadSentence(Token[] sentence)
    {
        AnswerMeaning meaning = AnswerMeaning.Nothing;
        Token decisive = default;
        bool unread = false;
        bool other = true;
        bool reference = false;
        foreach (ArraySegment<Token> clause in Sentences.Clauses(sentence, atColons: true))
        {
            ClauseReading said = ClauseReader.Read(clause);
            unread |= said.IsUnread;
            other &= said.IsAboutOther;
            reference |= said.IsReference;
            if (said.IsAboutOther) continue;
            AnswerMeaning joined = meaning.With(said.Meaning);
            if (joined != meaning) decisive = said.Decisive;
            meaning = joined;
        }

        if (unread && meaning != AnswerMeaning.Nothing) meaning = AnswerMeaning.Unknown;
        return new ClauseReading(meaning, decisive, unread, other, reference);
    }
}
