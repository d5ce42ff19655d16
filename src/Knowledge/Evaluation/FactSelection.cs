namespace Cds.Knowledge.Evaluation;

/// <summary>
/// Chooses, among the observed values of a fact, the one that counts at a time (docs/contract/reading.md, 4 and 13). A value with a partial
/// date counts only when every day it may mean lies inside the window.
/// </summary>
internal sealed class FactSelection
{
    private readonly PatientContext _patient;
    private readonly RecordsById<ObservedFact> _observations;
    private readonly IReadOnlyList<ObservedFact>?[] _series;
    private bool? _isAsymptomatic;

    public FactSelection(PatientContext patient)
    {
        _patient = patient;
        KnowledgeNumbers numbers = patient.Knowledge.Numbers;
        _observations = new RecordsById<ObservedFact>(Begun(patient.Record.Observations, patient.AsOf.Moment), numbers.Facts, observed => observed.FactId);
        _series = new IReadOnlyList<ObservedFact>?[numbers.Facts.Count];
    }

    /// <summary>All usable values of a fact, oldest first; sorted once. None for an id that no fact has.</summary>
    public IReadOnlyList<ObservedFact> Series(string factId)
    {
        if (!_patient.Knowledge.Numbers.Facts.TryGetValue(factId, out int fact)) return [];
        return _series[fact] ??= Sorted(_observations.Of(fact));
    }

    /// <summary>The value that counts, or null.</summary>
    public ObservedFact? Select(FactDefinition fact, FactTime at)
    {
        ReadOnlySpan<ObservedFact> observations = _observations.Of(fact.Id);
        if (observations.IsEmpty) return null;
        (DateOnly? from, DateOnly to) = Window(fact, at);
        ObservedFact? latest = null;
        ObservedFact? found = null;
        foreach (ObservedFact candidate in observations)
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
        ReadOnlySpan<ObservedFact> observations = _observations.Of(fact.Id);
        if (observations.IsEmpty) return [];
        (DateOnly? from, DateOnly to) = Window(fact, at);
        var counting = new List<ObservedFact>();
        foreach (ObservedFact observed in observations)
        {
            if (observed.Date.IsOnOrBefore(to) == Truth.True && (from is not { } first || observed.Date.IsOnOrAfter(first) == Truth.True)) counting.Add(observed);
        }

        return [.. counting.Order(Comparer<ObservedFact>.Create((one, other) => IsBetter(one, other) ? 1 : IsBetter(other, one) ? -1 : 0))];
    }

    /// <summary>The first and last day whose values count; no first day means any time.</summary>
    public (DateOnly? From, DateOnly To) Window(FactDefinition fact, FactTime at)
    {
        DateOnly today = _patient.AsOf.Day;
        if (at == FactTime.Ever) return (null, today);
        if (at == FactTime.Current) return (fact.CurrentDays is { } days ? today.PlusDays(-days) : null, today);
        if (_patient.Therapy.FirstTreatmentDay is { } start)
        {
            DateOnly last = start.PlusDays(fact.BaselineDaysAfterStart);
            return (fact.BaselineDays is { } before ? start.PlusDays(-before) : null, last < today ? last : today);
        }

        int? window = IsAsymptomatic ? fact.BaselineDaysAsymptomatic : fact.BaselineDays;
        return (window is { } w ? today.PlusDays(-w) : null, today);
    }

    private bool IsAsymptomatic => _isAsymptomatic ??=
        _patient.CurrentConditions(_patient.Knowledge.Roles.AsymptomaticConditions).Any() && !_patient.CurrentConditions(_patient.Knowledge.Roles.ActiveConditions).Any();

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

    /// <summary>The values that were observed by the moment, none of them dated after it; null in place of the others.</summary>
    private static ObservedFact?[] Begun(IReadOnlyList<ObservedFact> observations, DateTime moment)
    {
        var begun = new ObservedFact?[observations.Count];
        for (int i = 0; i < begun.Length; i++)
        {
            ObservedFact observed = observations[i];
            if (observed.Date.Earliest > moment) continue;
            begun[i] = observed.Date.Latest > moment ? observed with { Date = observed.Date.NotAfter(moment) } : observed;
        }

        return begun;
    }

    private static IReadOnlyList<ObservedFact> Sorted(ReadOnlySpan<ObservedFact> observations) => observations.Length < 2
        ? observations.ToArray()
        : [.. observations.ToArray().OrderBy(o => o.Date.Latest).ThenBy(o => o.Resource, StringComparer.Ordinal)];
}
