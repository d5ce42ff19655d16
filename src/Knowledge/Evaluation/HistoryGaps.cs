namespace Cds.Knowledge.Evaluation;

/// <summary>
/// Whether "not recorded" means "absent" (docs/contract/reading.md, 12): not where a part of the history was not read, nor where a record of it could not be identified and
/// may be the one asked for. Every answer names what is missing, and is empty where nothing is. The records are looked through once for each part and time.
/// </summary>
internal sealed class HistoryGaps(KnowledgeNumbers numbers, PatientFacts record, AsOf asOf)
{
    private readonly Dictionary<Question, Unclear> _unclear = [];

    private enum Reach
    {
        Ever,
        Since,
        Now,
        BegunAfter,
    }

    /// <summary>What is missing to say that none of these is recorded at any time.</summary>
    public IReadOnlyList<string> Ever(RecordedHistory part, IReadOnlyList<string> ids) => Of(part, ids, Reach.Ever, default);

    /// <summary>What is missing to say that none of these is recorded on or after a day.</summary>
    public IReadOnlyList<string> Since(RecordedHistory part, IReadOnlyList<string> ids, DateOnly day) => Of(part, ids, Reach.Since, day);

    /// <summary>What is missing to say that none of these is recorded as current. So long after its last dose an unidentified treatment may still go on.</summary>
    public IReadOnlyList<string> Now(RecordedHistory part, IReadOnlyList<string> ids) => Of(part, ids, Reach.Now, asOf.Day.PlusDays(-numbers.LongestInterval));

    /// <summary>What is missing to say that none of these began after a day.</summary>
    public IReadOnlyList<string> BegunAfter(RecordedHistory part, IReadOnlyList<string> ids, DateOnly day) => Of(part, ids, Reach.BegunAfter, day);

    private IReadOnlyList<string> Of(RecordedHistory part, IReadOnlyList<string> ids, Reach reach, DateOnly day)
    {
        if ((record.KnownHistory & part) != part) return [HistoryParts.Of(part)];
        if (record.Unidentified.Count == 0) return [];
        var question = new Question(part, reach, day);
        if (!_unclear.TryGetValue(question, out Unclear? unclear)) _unclear[question] = unclear = Look(question);
        if (unclear.IsNothing) return [];
        string[] named = [.. unclear.MayBe.Intersect(ids)];
        return unclear.IsAnything ? [HistoryParts.Of(part), .. named] : named;
    }

    private Unclear Look(Question question)
    {
        var mayBe = new List<string>();
        var known = new HashSet<string>();
        bool isAnything = false;
        foreach (UnidentifiedRecord unclear in record.Unidentified)
        {
            if (unclear.Part != question.Part || !HasBegun(unclear) || !MayCount(unclear, question)) continue;
            isAnything |= unclear.MayBe.Count == 0;
            foreach (string id in unclear.MayBe)
            {
                if (known.Add(id)) mayBe.Add(id);
            }
        }

        return new Unclear(isAnything, mayBe);
    }

    private static bool MayCount(UnidentifiedRecord unclear, Question question) => question.Reach switch
    {
        Reach.Ever => true,
        Reach.Since => MayReach(unclear, question.Day),
        Reach.Now => unclear.MayBeCurrent && MayReach(unclear, question.Day),
        Reach.BegunAfter => unclear.Since is not { } since || since.LatestDay > question.Day,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Reach, "Say which records reach into the new time."),
    };

    private bool HasBegun(UnidentifiedRecord unclear) => unclear.Since is not { } since || since.IsOnOrBefore(asOf.Moment) != Truth.False;

    private static bool MayReach(UnidentifiedRecord unclear, DateOnly day) => unclear.Until is not { } until || until.IsOnOrAfter(day) != Truth.False;

    private readonly record struct Question(RecordedHistory Part, Reach Reach, DateOnly Day);

    /// <summary>What the unidentified records may stand for.</summary>
    private sealed record Unclear(bool IsAnything, IReadOnlyList<string> MayBe)
    {
        public bool IsNothing => !IsAnything && MayBe.Count == 0;
    }
}
