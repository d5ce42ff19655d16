namespace Cds.FhirMapping.Answers;

/// <summary>
/// Reads one clause, the stretch that a negation reaches over at most. A clause answers only when every word of it is known: one unread word could
/// reverse it.
/// </summary>
internal ref struct ClauseReader
{
    private readonly ReadOnlySpan<Token> _tokens;
    private Token _decisive;
    private bool _unread;
    private bool _doubt;
    private bool _noResult;
    private bool _change;
    private bool _done;
    private bool _present;
    private bool _absent;
    private bool _onlyNew;
    private bool _limited;
    private bool _reference;
    private bool _named;
    private bool _other;
    private bool _share;
    private bool _denies;
    private bool _deniesNamed;
    private bool _deniesOther;
    private bool _denialFollowsName;
    private bool _joined;
    private bool _affirms;
    private bool _affirmsNamed;

    private ClauseReader(ReadOnlySpan<Token> tokens) => _tokens = tokens;

    /// <summary>What the tokens of one clause say.</summary>
    public static ClauseReading Read(ReadOnlySpan<Token> tokens)
    {
        var reader = new ClauseReader(tokens);
        for (int i = 0; i < tokens.Length; i++) i = reader.Take(i);
        return reader.Result();
    }

    /// <summary>Takes the token at <paramref name="i"/>; returns the last one that it used.</summary>
    private int Take(int i)
    {
        Token token = _tokens[i];
        WordKind next = i + 1 < _tokens.Length ? _tokens[i + 1].Kind : WordKind.Filler;
        bool last = i == _tokens.Length - 1;
        switch (token.Kind)
        {
            case WordKind.Unknown:
                _unread = true;
                return i;
            case WordKind.Uncertain or WordKind.Possible or WordKind.Suspected or WordKind.Condition or WordKind.Past or WordKind.Relative or WordKind.Retracted or WordKind.Question or WordKind.NotAfter:
                return Doubt(token, i);
            case WordKind.NoResult:
                _noResult = true;
                return Decide(token, i);
            case WordKind.Change:
                _change = true;
                return Decide(token, i);
            case WordKind.Positive or WordKind.Graded:
                return Positive(token, i, next == WordKind.NotAfter);
            case WordKind.Negative:
                return next == WordKind.NotAfter ? Doubt(token, i + 1) : Negative(token, i);
            case WordKind.None:
                return Negative(token, next == WordKind.Positive ? i + 1 : i);
            case WordKind.Not:
                return next == WordKind.Positive && !_denies ? Negative(token, i + 1) : Doubt(token, i);
            case WordKind.YesAlone or WordKind.NoAlone or WordKind.DoneAlone:
                return Alone(token, i);
            case WordKind.No:
                return last ? Negative(token, i) : Deny(token, i);
            case WordKind.Deny or WordKind.Without:
                _denialFollowsName |= token.Kind == WordKind.Without && _named;
                return Deny(token, i);
            case WordKind.Affirm:
                _doubt |= _denies || _absent;
                _affirms = true;
                return Decide(token, i);
            case WordKind.Dash or WordKind.Plus when last && i > 0 && _tokens[i - 1].Kind is WordKind.Plus or WordKind.Dash:
                return Doubt(token, i);
            case WordKind.Dash when last && !IsBehindNumber(i):
                return Negative(token, i);
            case WordKind.Plus when last && !IsBehindNumber(i):
                return Positive(token, i, turned: false);
            case WordKind.Noun or WordKind.Item:
                _named = true;
                _deniesNamed |= _denies;
                _affirmsNamed |= _affirms;
                return i;
            case WordKind.Other or WordKind.Aside:
                _other = true;
                _deniesOther |= _denies;
                return i;
            case WordKind.New:
                _onlyNew = true;
                return i;
            case WordKind.Limit:
                _limited = true;
                return i;
            case WordKind.Reference:
                _reference = true;
                return i;
            case WordKind.Share:
                _share = true;
                return i;
            case WordKind.And or WordKind.Slash:
                _joined |= _denies;
                return i;
            case WordKind.Or or WordKind.Comma or WordKind.Colon or WordKind.Same or WordKind.Filler or WordKind.CutOff or WordKind.Number or WordKind.Plus or WordKind.Dash:
                return i;
            default:
                throw new InvalidOperationException($"A clause holds no {token.Kind}; add the new kind to ClauseReader.");
        }
    }

    private readonly bool IsBehindNumber(int i) => i > 0 && _tokens[i - 1].Kind is WordKind.Number or WordKind.Share;

    private int Positive(Token token, int i, bool turned)
    {
        bool graded = token.Kind == WordKind.Graded;
        if (turned) return graded ? Doubt(token, i + 1) : Negative(token, i + 1);
        // "no A and B seen": the verb may belong to B alone.
        if (_denies) _doubt |= graded || _joined;
        else _present = true;
        return Decide(token, i);
    }

    private int Negative(Token token, int i)
    {
        // A negative word inside a denial is a double negation, which nobody means to be read.
        _doubt |= _denies;
        _absent = true;
        return Decide(token, i);
    }

    private int Deny(Token token, int i)
    {
        _doubt |= _denies || _present || _absent || _affirms;
        _denies = true;
        return Decide(token, i);
    }

    private int Doubt(Token token, int i)
    {
        _doubt = true;
        return Decide(token, i);
    }

    private int Alone(Token token, int i)
    {
        bool item = false;
        foreach (Token other in _tokens)
        {
            item |= other.Kind == WordKind.Item;
            if (other != token && other.Kind is not (WordKind.Item or WordKind.Colon or WordKind.Noun)) _unread = true;
        }

        // "t(4;14): N" is an answer, "t(4;14) n" perhaps the beginning of something else.
        _unread |= item && (i == 0 || _tokens[i - 1].Kind != WordKind.Colon);

        if (token.Kind == WordKind.YesAlone) return Positive(token, i, turned: false);
        if (token.Kind == WordKind.NoAlone) return Negative(token, i);
        _done = true;
        return Decide(token, i);
    }

    private int Decide(Token token, int i)
    {
        _decisive = token;
        return i;
    }

    private ClauseReading Result()
    {
        bool signs = _decisive.End > 0;
        if (_denies && !_deniesNamed && _deniesOther && !_absent && !_doubt)
        {
            // "lytic lesion without fracture" denies the fracture only.
            if (!_named) return Reading(_noResult || _unread ? AnswerMeaning.Unknown : AnswerMeaning.Absent);
            signs = _present || _unread || _doubt;
        }
        else if (_denies)
        {
            _doubt |= !_deniesNamed || _share || _denialFollowsName;
            _absent = true;
        }

        if (_affirms)
        {
            _doubt |= !_affirmsNamed || _absent;
            _present = true;
        }

        if (_unread) return Reading(signs || _named ? AnswerMeaning.Unknown : AnswerMeaning.Nothing);
        if (_doubt) return Reading(AnswerMeaning.Unknown);
        if (_noResult) return Reading(AnswerMeaning.NoResult);
        if (_change) return Reading(AnswerMeaning.ChangeOnly);
        if (_present && _absent) return Reading(AnswerMeaning.Unknown);
        if (_absent) return Reading(_onlyNew ? AnswerMeaning.ChangeOnly : _limited ? AnswerMeaning.Unknown : AnswerMeaning.Absent);
        return Reading(_present ? AnswerMeaning.Present : _done ? AnswerMeaning.Done : AnswerMeaning.Nothing);
    }

    private readonly ClauseReading Reading(AnswerMeaning meaning) => new(meaning, _decisive, _unread, _other && !_named, _reference);
}
