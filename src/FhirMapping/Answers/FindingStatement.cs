namespace Cds.FhirMapping.Answers;

/// <summary>
/// Reads whether the text of a Condition or an AllergyIntolerance denies or only suspects what it names. Unlike an answer it may hold any words, since
/// the name itself is not in the tables; so only the head of the text counts, and a denied circumstance ("without complication") denies nothing.
/// </summary>
internal static class FindingStatement
{
    /// <summary>What the text says of the thing that it names.</summary>
    public static FindingAssertion Read(string text)
    {
        string folded = AnswerText.Fold(text);
        List<Token> tokens = Tokeniser.Read(folded, [], []);
        if (tokens.Exists(t => t.Kind == WordKind.Relative)) return FindingAssertion.OfRelative;
        if (tokens.Exists(t => t.Kind is WordKind.Suspected or WordKind.Possible or WordKind.Question)) return FindingAssertion.Suspected;
        if (IsDenied(tokens, folded)) return FindingAssertion.Denied;
        return tokens.Exists(t => t.Kind == WordKind.Past) ? FindingAssertion.Past : FindingAssertion.Stated;
    }

    private static bool IsDenied(List<Token> tokens, string folded) => IsDeniedAtHead(tokens, folded) || IsDeniedAtEnd(tokens);

    /// <summary>"No known allergy", "There is no evidence of myeloma", "Allergies: none".</summary>
    private static bool IsDeniedAtHead(List<Token> tokens, string folded)
    {
        bool head = true;
        for (int i = 0; i < tokens.Count; i++)
        {
            Token token = tokens[i];
            if (head && token.Kind is WordKind.No or WordKind.Deny or WordKind.Without or WordKind.None) return !IsAside(tokens, i + 1);
            // "non-secretory", "non-Hodgkin" are names.
            if (head && token.Kind == WordKind.Not && folded.AsSpan(token.Start, token.End - token.Start) is not "non") return !IsAside(tokens, i + 1);
            head = token.Kind == WordKind.Colon || (head && token.Kind is WordKind.Filler or WordKind.Reference or WordKind.Dash);
        }

        return false;
    }

    private static bool IsAside(List<Token> tokens, int start)
    {
        for (int i = start; i < tokens.Count && tokens[i].Kind is not (WordKind.Comma or WordKind.Stop); i++)
        {
            if (tokens[i].Kind == WordKind.Aside) return true;
        }

        return false;
    }

    /// <summary>"アスピリンアレルギーなし", "myeloma ruled out"; not "lymphoma, HIV negative".</summary>
    private static bool IsDeniedAtEnd(List<Token> tokens)
    {
        int last = tokens.FindLastIndex(t => t.Kind is not (WordKind.Stop or WordKind.Filler));
        if (last < 0 || tokens[last].Kind is not (WordKind.Negative or WordKind.NotAfter or WordKind.None or WordKind.NoAlone)) return false;
        int start = tokens.FindLastIndex(last, t => t.Kind is WordKind.Comma or WordKind.Stop) + 1;
        bool named = false;
        for (int i = start; i < last; i++)
        {
            if (tokens[i].Kind == WordKind.Aside) return false;
            named |= tokens[i].Kind is WordKind.Unknown or WordKind.Noun or WordKind.Other;
        }

        return start == 0 || !named;
    }
}
