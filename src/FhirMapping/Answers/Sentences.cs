namespace Cds.FhirMapping.Answers;

/// <summary>Divides the tokens of a text into the stretches that no answer reaches across.</summary>
internal static class Sentences
{
    /// <summary>The sentences of a text, none of them empty; the members of a denied list are joined.</summary>
    public static List<Token[]> Of(List<Token> tokens)
    {
        var sentences = new List<Token[]>();
        int start = 0;
        for (int i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && tokens[i].Kind != WordKind.Stop) continue;
            if (i > start)
            {
                Token[] sentence = [.. tokens[start..i]];
                JoinDeniedLists(sentence);
                sentences.Add(sentence);
            }

            start = i + 1;
        }

        return sentences;
    }

    /// <summary>The clauses of a sentence, none of them empty.</summary>
    public static List<ArraySegment<Token>> Clauses(ArraySegment<Token> sentence, bool atColons)
    {
        var clauses = new List<ArraySegment<Token>>();
        int start = 0;
        for (int i = 0; i <= sentence.Count; i++)
        {
            if (i < sentence.Count && !Divides(sentence, i, atColons)) continue;
            if (i > start) clauses.Add(sentence[start..i]);
            start = i + 1;
        }

        return clauses;
    }

    private static bool Divides(ArraySegment<Token> sentence, int i, bool atColons) => sentence[i].Kind switch
    {
        WordKind.Comma => true,
        // "Negative for: A": the denial reaches over its own colon.
        WordKind.Colon => atColons && !(i > 0 && sentence[i - 1].Kind is WordKind.No or WordKind.Deny or WordKind.Without or WordKind.Affirm),
        _ => false,
    };

    /// <summary>
    /// "No A, B or C" denies all three: its commas join. After a mere "no", "and" may begin something new ("no A, B and C seen"), so only the
    /// longer denials ("negative for A, B and C") reach to the end of such a list.
    /// </summary>
    private static void JoinDeniedLists(Token[] sentence)
    {
        int denial = -1;
        for (int i = 0; i < sentence.Length; i++)
        {
            WordKind kind = sentence[i].Kind;
            if (kind is WordKind.No or WordKind.Deny or WordKind.Without) denial = i;
            else if (denial >= 0 && (kind == WordKind.Or || (kind == WordKind.And && sentence[denial].Kind == WordKind.Deny))) Join(sentence, denial, i, kind);
            else if (!IsInList(kind)) denial = -1;
        }
    }

    private static void Join(Token[] sentence, int start, int end, WordKind joint)
    {
        for (int i = start; i < end; i++)
        {
            if (sentence[i].Kind == WordKind.Comma) sentence[i] = sentence[i] with { Kind = joint };
        }
    }

    private static bool IsInList(WordKind kind) => kind is WordKind.Item or WordKind.Noun or WordKind.Other or WordKind.Aside or WordKind.Filler or WordKind.Limit
        or WordKind.New or WordKind.Comma or WordKind.And or WordKind.Or or WordKind.Slash or WordKind.Colon;
}
