namespace Cds.FhirMapping.Answers;

/// <summary>Finds out which words of a sentence belong to which of the findings that it names.</summary>
internal static class ItemChains
{
    /// <summary>The chains of a sentence that names at least one finding.</summary>
    public static List<ItemChain> Of(ArraySegment<Token> sentence, IReadOnlyList<NamedItem> items)
    {
        List<(int First, int Last)> runs = Runs(sentence, items);
        var chains = new List<ItemChain>();
        int prefix = PrefixOfFirst(sentence, runs[0].First);
        bool ambiguous = false;
        for (int c = 0; c < runs.Count; c++)
        {
            (int first, int last) = runs[c];
            int end = c + 1 < runs.Count ? runs[c + 1].First : sentence.Count;
            ArraySegment<Token> before = sentence[prefix..first];
            int split = end;
            bool unclear = false;
            if (c + 1 < runs.Count) (split, unclear) = Split(sentence, last + 1, end, HasSign(before));
            List<ArraySegment<Token>> clauses = ClausesBehind(sentence[(last + 1)..split]);
            chains.Add(new ItemChain(
                before,
                [.. sentence[first..(last + 1)].Where(t => t.Kind == WordKind.Item)],
                [.. sentence[first..(last + 1)].Where(t => t.Kind != WordKind.Item)],
                clauses[0],
                clauses[1..],
                ambiguous || unclear));
            ambiguous = unclear;
            prefix = split;
        }

        return chains;
    }

    /// <summary>Clauses before the first chain and its prefix.</summary>
    public static List<ArraySegment<Token>> FreeClauses(Token[] sentence, ItemChain first)
    {
        int start = first.Prefix.Count > 0 ? first.Prefix.Offset : Array.IndexOf(sentence, first.Items[0]);
        return Sentences.Clauses(new ArraySegment<Token>(sentence, 0, start), atColons: false);
    }

    /// <summary>Whether the words deny what stands behind them.</summary>
    public static bool Denies(ArraySegment<Token> words) => words.Any(t => t.Kind is WordKind.No or WordKind.Deny or WordKind.Without);

    /// <summary>What a member of a chain has from the answer of the chain.</summary>
    public static AnswerMeaning Shared(ItemChain chain, int member, AnswerMeaning meaning)
    {
        if (chain.Items.Count == 1) return meaning;
        // "A or B detected" does not say which; "A/B" may be one or two things.
        if (meaning == AnswerMeaning.Present && (chain.HasOr || chain.HasSlash)) return AnswerMeaning.Unknown;
        bool isBehindComma = chain.FirstComma < chain.Items[member].Start;
        if (chain.IsDenied && !chain.HasOr && (HasSign(chain.Answer) || chain.Answer.Any(t => t.Kind == WordKind.Share)))
        {
            // "No A, B seen": the verb may belong to B alone.
            return chain.HasAnd || chain.HasSlash || isBehindComma ? AnswerMeaning.Unknown : chain.FirstComma < int.MaxValue ? AnswerMeaning.Absent : meaning;
        }

        // "No A, B": B may be a finding of its own, not a member of the list.
        if (!chain.HasOr && isBehindComma && chain.Prefix.Any(t => t.Kind == WordKind.No)) return AnswerMeaning.Unknown;
        bool bindsRight = chain.IsDenied || chain.Prefix.Any(t => t.Kind == WordKind.Affirm) || (chain.Prefix.Count > 0 && chain.Prefix[^1].Kind == WordKind.Colon);
        // "Positive A, B": only the head of a list, with a colon, reaches over its members.
        return member > 0 && !bindsRight && HasSign(chain.Prefix) ? AnswerMeaning.Unknown : meaning;
    }

    private static bool HasSign(ArraySegment<Token> words)
    {
        foreach (Token token in words)
        {
            switch (token.Kind)
            {
                case WordKind.Unknown or WordKind.Filler or WordKind.Limit or WordKind.Reference or WordKind.Noun or WordKind.Other or WordKind.Aside or WordKind.CutOff or WordKind.Number
                    or WordKind.Share or WordKind.Dash or WordKind.Plus or WordKind.Comma or WordKind.And or WordKind.Or or WordKind.Slash or WordKind.Colon or WordKind.Same or WordKind.New:
                    continue;
                default:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Names with nothing but joints between them. Names that answer by themselves do not join those that do not.</summary>
    private static List<(int First, int Last)> Runs(ArraySegment<Token> sentence, IReadOnlyList<NamedItem> items)
    {
        var runs = new List<(int First, int Last)>();
        bool joined = false;
        for (int i = 0; i < sentence.Count; i++)
        {
            Token token = sentence[i];
            if (token.Kind != WordKind.Item)
            {
                joined &= IsJoint(token.Kind);
                continue;
            }

            bool alike = runs.Count > 0 && (items[sentence[runs[^1].Last].Item].Own == AnswerMeaning.Nothing) == (items[token.Item].Own == AnswerMeaning.Nothing);
            if (joined && alike) runs[^1] = (runs[^1].First, i);
            else runs.Add((i, i));
            joined = true;
        }

        return runs;
    }

    private static bool IsJoint(WordKind kind) => kind is WordKind.Comma or WordKind.And or WordKind.Or or WordKind.Slash or WordKind.Filler or WordKind.Dash or WordKind.Plus
        or WordKind.Noun or WordKind.Other or WordKind.Limit;

    private static int PrefixOfFirst(ArraySegment<Token> sentence, int first)
    {
        for (int i = first - 1; i >= 0; i--)
        {
            if (sentence[i].Kind == WordKind.Comma) return i + 1;
        }

        return 0;
    }

    /// <summary>Where the words of the next chain begin, and whether that is unclear.</summary>
    private static (int Split, bool Unclear) Split(ArraySegment<Token> sentence, int start, int end, bool headBefore)
    {
        int separator = end - 1;
        while (separator >= start && sentence[separator].Kind is not (WordKind.Comma or WordKind.And)) separator--;
        if (separator >= start)
        {
            ArraySegment<Token> tail = sentence[(separator + 1)..end];
            bool unclear = HasSign(tail) && tail[^1].Kind != WordKind.Colon && !tail.Any(BindsRight);
            return (separator + 1, unclear);
        }

        for (int i = start; i < end; i++)
        {
            if (!BindsRight(sentence[i]) || (i > start && sentence[i - 1].Kind == WordKind.Colon && sentence[i].Kind == WordKind.No)) continue;
            // "A no B yes" and "A positive, no B" look alike up to here.
            return (i, sentence[i].Kind == WordKind.No && !HasSign(sentence[start..i]));
        }

        if (end > start && sentence[end - 1].Kind == WordKind.Colon && HasSign(sentence[start..end])) return headBefore ? (start, false) : (end, true);
        return (end, false);
    }

    private static bool BindsRight(Token token) => token.Kind is WordKind.No or WordKind.Deny or WordKind.Without or WordKind.Affirm;

    private static List<ArraySegment<Token>> ClausesBehind(ArraySegment<Token> words)
    {
        var clauses = new List<ArraySegment<Token>>();
        int start = 0;
        for (int i = 0; i <= words.Count; i++)
        {
            if (i < words.Count && words[i].Kind != WordKind.Comma) continue;
            clauses.Add(words[start..i]);
            start = i + 1;
        }

        // The first clause is the chain's own, even when it is empty.
        clauses.RemoveAll(c => c.Count == 0 && c != clauses[0]);
        return clauses;
    }
}
