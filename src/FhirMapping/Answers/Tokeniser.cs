namespace Cds.FhirMapping.Answers;

/// <summary>Cuts a folded text into the phrases of the tables, names, numbers and signs; what is none of these is an unknown word.</summary>
internal static class Tokeniser
{
    /// <summary>The tokens of a text, those of the given names among them. Brackets and quotes are left out.</summary>
    /// <param name="text">Text folded by <see cref="AnswerText.Fold"/>.</param>
    /// <param name="items">Names in the order of the text, without overlap.</param>
    /// <param name="quiet">Stretches of formal notation whose signs are no words, in the order of the text.</param>
    public static List<Token> Read(string text, IReadOnlyList<NamedItem> items, IReadOnlyList<Range> quiet)
    {
        var tokens = new List<Token>();
        int item = 0;
        int stretch = 0;
        for (int i = 0; i < text.Length;)
        {
            while (stretch < quiet.Count && quiet[stretch].End.Value <= i) stretch++;
            int limit = item < items.Count ? items[item].Start : text.Length;
            if (item < items.Count && i >= limit)
            {
                tokens.Add(new Token(WordKind.Item, i, items[item].End, item));
                i = items[item++].End;
                continue;
            }

            if (stretch < quiet.Count && quiet[stretch].Start.Value <= i)
            {
                i = Math.Min(limit, quiet[stretch].End.Value);
                continue;
            }

            if (Next(text, i, limit) is { } token)
            {
                Add(tokens, token);
                i = token.End;
            }
            else
            {
                i++;
            }
        }

        return tokens;
    }

    private static void Add(List<Token> tokens, Token token)
    {
        // "No change from previous: IgG kappa": what stands behind such a colon is a sentence of its own.
        if (token.Kind == WordKind.Colon && tokens.Count > 0 && tokens[^1].Kind is WordKind.Change or WordKind.Same) token = token with { Kind = WordKind.Stop };
        tokens.Add(token);
    }

    private static Token? Next(string text, int at, int limit)
    {
        char c = text[at];
        if (c == ' ') return null;
        if (PhraseTable.Tree.TryMatch(text, at, limit, out int end, out WordKind kind)) return new Token(Adjusted(text, end, kind), at, end);
        if (FindingNames.Any(text, at, limit, out end)) return new Token(WordKind.Noun, at, end);
        if (char.IsAsciiDigit(c)) return Numbered(NumberWords.Read(text, at), limit);
        // A box that nobody ticked.
        if (c is '(' or '[' && EndOfEmptyBrackets(text, at) is var box && box > 0 && box <= limit) return new Token(WordKind.Unknown, at, box);
        WordKind? sign = Sign(text, at);
        if (sign is { } known) return known == WordKind.Filler ? null : new Token(known, at, at + 1);
        return new Token(WordKind.Unknown, at, EndOfUnknown(text, at, limit)) is var word && IsVertebra(text, word) ? word with { Kind = WordKind.Limit } : word;
    }

    private static Token Numbered(Token number, int limit) => number.End <= limit ? number : new Token(WordKind.Unknown, number.Start, limit);

    /// <summary>"normal &lt; 3 %" is a limit, "no. 5" a number of a sample.</summary>
    private static WordKind Adjusted(string text, int end, WordKind kind)
    {
        if (kind is not (WordKind.Negative or WordKind.No)) return kind;
        int next = end;
        while (next < text.Length && (text[next] is ' ' or '<' or '>' or '≤' or '=' or '(' || (text[next] == '.' && kind == WordKind.No))) next++;
        if (next >= text.Length || !char.IsAsciiDigit(text[next])) return kind;
        if (kind == WordKind.No) return text[end] == '.' ? WordKind.Unknown : kind;
        return text.AsSpan(0, end).EndsWith("normal") || text.AsSpan(0, end).EndsWith("正常") ? WordKind.CutOff : kind;
    }

    /// <summary>Signs; <see cref="WordKind.Filler"/> is one that is passed over, null no sign.</summary>
    private static WordKind? Sign(string text, int at) => text[at] switch
    {
        '.' => IsInsideWord(text, at) ? WordKind.Filler : WordKind.Stop,
        '。' or '!' or ';' or '\n' => WordKind.Stop,
        ',' or '、' or '|' => WordKind.Comma,
        ':' => WordKind.Colon,
        '/' or '・' or '&' => WordKind.Slash,
        '+' => WordKind.Plus,
        '-' => WordKind.Dash,
        '?' => WordKind.Question,
        '(' or ')' or '[' or ']' or '{' or '}' or '「' or '」' or '『' or '』' or '【' or '】' or '"' or '\'' or '`' or '<' or '>' or '=' or '≤' or '≥' or '^' or '~' or '*' or '#' or '%' or '_' or '•' or '◆' or '■' or '○' or '●' => WordKind.Filler,
        _ => null,
    };

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && AnswerText.IsWord(text[at - 1]) && AnswerText.IsWord(text[at + 1]);

    private static int EndOfEmptyBrackets(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && text[end] == ' ') end++;
        return end < text.Length && text[end] is ')' or ']' ? end + 1 : -1;
    }

    private static int EndOfUnknown(string text, int at, int limit)
    {
        int end = at + 1;
        if (!AnswerText.IsWord(text[at])) return end;
        while (end < limit && AnswerText.IsWord(text[end])) end++;
        return end;
    }

    /// <summary>Names of vertebrae: Th12, L1.</summary>
    private static bool IsVertebra(string text, Token word)
    {
        ReadOnlySpan<char> letters = text.AsSpan(word.Start, word.End - word.Start);
        int digits = letters.Length - letters.TrimEnd("0123456789").Length;
        return digits is 1 or 2 && letters[..^digits] is "c" or "t" or "th" or "l" or "s";
    }
}
