namespace Cds.FhirMapping.Answers;

/// <summary>
/// Reads a text that names findings: each has its own answer, which never leaks into the next; a list that shares one answer ("A, B and C: not
/// detected", "negative for A and B") gives it to each of its members.
/// </summary>
internal sealed class ItemAnswers
{
    private readonly string _text;
    private readonly IReadOnlyList<NamedItem> _items;
    private readonly List<ItemReading> _readings = [];

    private ItemAnswers(string text, IReadOnlyList<NamedItem> items)
    {
        _text = text;
        _items = items;
    }

    /// <summary>One reading for each mention, in the order of the text.</summary>
    /// <param name="text">Text folded by <see cref="AnswerText.Fold"/>.</param>
    /// <param name="items">The names in the text, in order and without overlap.</param>
    /// <param name="tokens">The tokens of the text, those of the names among them.</param>
    public static IReadOnlyList<ItemReading> Read(string text, IReadOnlyList<NamedItem> items, List<Token> tokens)
    {
        var answers = new ItemAnswers(text, items);
        int before = 0;
        foreach (Token[] sentence in Sentences.Of(tokens))
        {
            if (Array.Exists(sentence, t => t.Kind == WordKind.Item))
            {
                before = answers._readings.Count;
                answers.ReadSentence(sentence);
            }
            else if (AnswerGrammar.ReadSentence(sentence) is { IsUnread: false, IsAboutOther: false, Meaning: AnswerMeaning.Unknown or AnswerMeaning.NoResult } said)
            {
                // "t(4;14) positive. Not confirmed."
                answers.Void(before, said.Decisive);
            }
        }

        if (tokens.Find(t => t.Kind == WordKind.Retracted) is { End: > 0 } retracted) answers.Void(0, retracted);
        return answers._readings;
    }

    private void Void(int from, Token decisive)
    {
        for (int i = from; i < _readings.Count; i++) _readings[i] = _readings[i] with { Meaning = AnswerMeaning.Unknown, IsBare = false, Share = null, Decisive = Words(decisive) };
    }

    private void ReadSentence(Token[] sentence)
    {
        List<ItemChain> chains = ItemChains.Of(sentence, _items);
        int first = _readings.Count;
        AnswerMeaning around = AnswerMeaning.Nothing;
        Token reason = default;
        bool denied = false;
        foreach (ArraySegment<Token> clause in ItemChains.FreeClauses(sentence, chains[0]))
        {
            ClauseReading said = ClauseReader.Read(clause);
            denied |= ItemChains.Denies(clause);
            if (said.IsAboutOther || said.Meaning == AnswerMeaning.ChangeOnly || (said.Meaning == AnswerMeaning.Nothing && !said.IsUnread)) continue;
            around = said.IsUnread || around != AnswerMeaning.Nothing ? AnswerMeaning.Unknown : said.Meaning;
            reason = said.Decisive;
        }

        foreach (ItemChain chain in chains)
        {
            ReadChain(chain, denied);
            denied |= ItemChains.Denies(chain.Prefix);
        }

        if (around == AnswerMeaning.Nothing) return;
        for (int i = first; i < _readings.Count; i++)
        {
            // An answer that stands before all names agrees with theirs or makes them doubtful; it never becomes theirs.
            if (around != _readings[i].Meaning) _readings[i] = _readings[i] with { Meaning = AnswerMeaning.Unknown, IsBare = false, Share = null, Decisive = Words(reason) };
        }
    }

    private void ReadChain(ItemChain chain, bool behindDenial)
    {
        ClauseReading said = chain.IsAmbiguous
            ? new ClauseReading(AnswerMeaning.Unknown, default, false, false, false)
            : ClauseReader.Read((Token[])[.. chain.Prefix, chain.Items[0], .. chain.Joints.Where(j => j.Kind == WordKind.Limit), .. chain.Answer]);
        AnswerMeaning meaning = said.Meaning;
        Token decisive = said.Decisive;
        bool bare = !said.IsReference && !said.IsUnread && !behindDenial;
        foreach (ArraySegment<Token> clause in chain.Further)
        {
            ClauseReading more = ClauseReader.Read(clause);
            if (more.IsAboutOther)
            {
                // "lesions, fractures: none" may mean both.
                bare &= more.Meaning == AnswerMeaning.Nothing || ItemChains.Denies(clause);
                continue;
            }

            AnswerMeaning joined = more.IsUnread ? AnswerMeaning.Unknown : meaning.With(more.Meaning);
            if (joined != meaning) decisive = more.Decisive;
            meaning = joined;
            bare &= !more.IsReference;
        }

        CellShare? share = CellShare.Of(chain.Prefix.Concat(chain.Answer).Concat(chain.Further.SelectMany(f => f)));
        for (int i = 0; i < chain.Items.Count; i++)
        {
            bool isLast = i == chain.Items.Count - 1;
            AnswerMeaning shared = ItemChains.Shared(chain, i, meaning);
            AnswerMeaning own = _items[chain.Items[i].Item].Own;
            bool contradicts = own != AnswerMeaning.Nothing && shared is AnswerMeaning.NoResult;
            _readings.Add(new ItemReading(
                _items[chain.Items[i].Item].Id,
                contradicts ? AnswerMeaning.Unknown : own.With(shared),
                bare && shared == AnswerMeaning.Nothing && own == AnswerMeaning.Nothing && share is null,
                isLast ? share : null,
                Words(decisive)));
        }
    }

    private string Words(Token token) => _text[token.Start..token.End];
}
