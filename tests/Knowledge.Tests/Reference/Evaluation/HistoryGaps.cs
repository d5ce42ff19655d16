using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Whether "not recorded" means "absent" (docs/contract/reading.md, 12): not where a part of the history was not read, nor where a record of it could not be identified and
/// may be the one asked for. Every answer names what is missing, and is empty where nothing is.
/// </summary>
internal sealed class HistoryGaps(KnowledgeBase knowledge, PatientFacts record, AsOf asOf)
{
    /// <summary>The longest time between two doses of one drug: so long after its last dose an unidentified treatment may still go on.</summary>
    private readonly Lazy<int> _longestInterval = new(() => knowledge.Drugs.Values.Select(drug => drug.IntervalDays).DefaultIfEmpty(0).Max());

    /// <summary>What is missing to say that none of these is recorded at any time.</summary>
    public IReadOnlyList<string> Ever(RecordedHistory part, IReadOnlyList<string> ids) => Of(part, ids, _ => true);

    /// <summary>What is missing to say that none of these is recorded on or after a day.</summary>
    public IReadOnlyList<string> Since(RecordedHistory part, IReadOnlyList<string> ids, DateOnly day) => Of(part, ids, unclear => MayReach(unclear, day));

    /// <summary>What is missing to say that none of these is recorded as current.</summary>
    public IReadOnlyList<string> Now(RecordedHistory part, IReadOnlyList<string> ids) =>
        Of(part, ids, unclear => unclear.MayBeCurrent && MayReach(unclear, asOf.Day.PlusDays(-_longestInterval.Value)));

    /// <summary>What is missing to say that none of these began after a day.</summary>
    public IReadOnlyList<string> BegunAfter(RecordedHistory part, IReadOnlyList<string> ids, DateOnly day) =>
        Of(part, ids, unclear => unclear.Since is not { } since || since.LatestDay > day);

    private IReadOnlyList<string> Of(RecordedHistory part, IReadOnlyList<string> ids, Func<UnidentifiedRecord, bool> mayCount)
    {
        string name = HistoryParts.Of(part);
        if (!record.KnownHistory.HasFlag(part)) return [name];
        UnidentifiedRecord[] unclear = [.. record.Unidentified.Where(u => u.Part == part && HasBegun(u) && mayCount(u))];
        if (unclear.Length == 0) return [];
        string[] named = [.. unclear.SelectMany(u => u.MayBe).Intersect(ids)];
        return unclear.Any(u => u.MayBe.Count == 0) ? [name, .. named] : named;
    }

    private bool HasBegun(UnidentifiedRecord unclear) => unclear.Since is not { } since || since.IsOnOrBefore(asOf.Moment) != Truth.False;

    private static bool MayReach(UnidentifiedRecord unclear, DateOnly day) => unclear.Until is not { } until || until.IsOnOrAfter(day) != Truth.False;
}
