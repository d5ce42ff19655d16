using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>
/// Chooses, among the observed values of a fact, the one that counts at a time (docs/contract/reading.md, 4 and 13). A value with a partial
/// date counts only when every day it may mean lies inside the window.
/// </summary>
internal sealed class FactSelection(PatientContext patient)
{
    private readonly ILookup<string, ObservedFact> _observations = patient.Record.Observations
        .Where(o => o.Date.IsOnOrBefore(patient.AsOf.Moment) != Truth.False)
        .Select(o => o with { Date = o.Date.NotAfter(patient.AsOf.Moment) })
        .ToLookup(o => o.FactId);

    private readonly Dictionary<string, IReadOnlyList<ObservedFact>> _series = [];

    /// <summary>All usable values of a fact, oldest first.</summary>
    public IReadOnlyList<ObservedFact> Series(string factId) =>
        _series.TryGetValue(factId, out IReadOnlyList<ObservedFact>? sorted)
            ? sorted
            : _series[factId] = [.. _observations[factId].OrderBy(o => o.Date.Latest).ThenBy(o => o.Resource, StringComparer.Ordinal)];

    /// <summary>The value that counts, or null.</summary>
    public ObservedFact? Select(FactDefinition fact, FactTime at)
    {
        (DateOnly? from, DateOnly to) = Window(fact, at);
        ObservedFact? latest = null;
        ObservedFact? found = null;
        foreach (ObservedFact candidate in _observations[fact.Id])
        {
            if (candidate.Date.IsOnOrBefore(to) != Truth.True) continue;
            if (fact.PresentOnceFound && IsPresent(candidate.Value) && (found is null || IsMoreTelling(candidate, found))) found = candidate;
            if (from is { } first && candidate.Date.IsOnOrAfter(first) != Truth.True) continue;
            if (latest is null || IsBetter(candidate, latest)) latest = candidate;
        }

        return found ?? latest;
    }

    /// <summary>All values that count at a time, the one that counts most last.</summary>
    public IReadOnlyList<ObservedFact> Candidates(FactDefinition fact, FactTime at)
    {
        (DateOnly? from, DateOnly to) = Window(fact, at);
        return
        [
            .. _observations[fact.Id].Where(o => o.Date.IsOnOrBefore(to) == Truth.True && (from is not { } first || o.Date.IsOnOrAfter(first) == Truth.True))
                .Order(Comparer<ObservedFact>.Create((one, other) => IsBetter(one, other) ? 1 : IsBetter(other, one) ? -1 : 0)),
        ];
    }

    /// <summary>The first and last day whose values count; no first day means any time.</summary>
    public (DateOnly? From, DateOnly To) Window(FactDefinition fact, FactTime at)
    {
        DateOnly today = patient.AsOf.Day;
        if (at == FactTime.Ever) return (null, today);
        if (at == FactTime.Current) return (fact.CurrentDays is { } days ? today.PlusDays(-days) : null, today);

        if (patient.Therapy.FirstTreatmentDay is { } start)
        {
            DateOnly last = start.PlusDays(fact.BaselineDaysAfterStart);
            return (fact.BaselineDays is { } before ? start.PlusDays(-before) : null, last < today ? last : today);
        }

        int? window = IsAsymptomatic ? fact.BaselineDaysAsymptomatic : fact.BaselineDays;
        return (window is { } w ? today.PlusDays(-w) : null, today);
    }

    private bool IsAsymptomatic =>
        patient.CurrentConditions(patient.Knowledge.Roles.AsymptomaticConditions).Any() && !patient.CurrentConditions(patient.Knowledge.Roles.ActiveConditions).Any();

    /// <summary>Later wins; on the same day a known time, an exact value and then the resource name decide, whatever order the data came in.</summary>
    private static bool IsBetter(ObservedFact candidate, ObservedFact current)
    {
        int byDate = candidate.Date.LatestDay.CompareTo(current.Date.LatestDay);
        if (byDate == 0 && candidate.Date.HasTime && current.Date.HasTime) byDate = candidate.Date.Latest.CompareTo(current.Date.Latest);
        if (byDate == 0) byDate = candidate.Date.HasTime.CompareTo(current.Date.HasTime);
        if (byDate == 0) byDate = IsExact(candidate.Value).CompareTo(IsExact(current.Value));
        if (byDate == 0) byDate = string.CompareOrdinal(candidate.Resource, current.Resource);
        return byDate > 0;
    }

    /// <summary>Of two reports of lesions the one that proves more of them; otherwise the later one.</summary>
    private static bool IsMoreTelling(ObservedFact candidate, ObservedFact current) =>
        (candidate.Value, current.Value) is (QuantityValue { Range.Low: { } proven }, QuantityValue { Range.Low: { } before }) && proven != before
            ? proven > before
            : IsBetter(candidate, current);

    private static bool IsExact(FactValue value) => value is not QuantityValue { Range.IsExact: false };

    private static bool IsPresent(FactValue value) => value switch
    {
        PresenceValue presence => presence.Present,
        QuantityValue quantity => quantity.Range.IsAtLeast(1m) == Truth.True,
        _ => false,
    };
}
