namespace Cds.Knowledge.Therapy;

/// <summary>
/// Dosing periods in order of start, looked at drug by drug: those of one drug follow each other, so that what was given on a day is found without looking at all of them.
/// </summary>
internal sealed class PeriodsByDrug
{
    private readonly Dictionary<string, OfDrug> _drugs;

    public PeriodsByDrug(IReadOnlyList<DosingPeriod> periods) =>
        _drugs = periods.Select((period, place) => (period, place)).GroupBy(entry => entry.period.DrugId).ToDictionary(drug => drug.Key, drug => new OfDrug([.. drug]));

    /// <summary>The periods of the combination that begins on a day, in their order.</summary>
    /// <param name="limits">What is close to the day.</param>
    /// <param name="day">The day.</param>
    public IReadOnlyList<DosingPeriod> GivenWith(LineLimits limits, DateOnly day)
    {
        var found = new List<(DosingPeriod Period, int Place)>();
        foreach (OfDrug drug in _drugs.Values)
        {
            for (int i = drug.Reach.BegunBy(day.PlusDays(limits.SameRegimenDays)); i > 0 && drug.Reach.Of(i) >= day; i--)
            {
                if (LinesOfTherapy.IsGivenWith(limits, drug.Periods[i - 1].Period, day)) found.Add(drug.Periods[i - 1]);
            }
        }

        found.Sort((one, other) => one.Place.CompareTo(other.Place));
        return found.ConvertAll(entry => entry.Period);
    }

    /// <summary>The period of a drug that covers a day: of several the one whose last dose is sure to be latest, the first of those. Null for none.</summary>
    /// <param name="drugId">Drug id.</param>
    /// <param name="day">The day.</param>
    public DosingPeriod? Covering(string drugId, DateOnly day)
    {
        if (!_drugs.TryGetValue(drugId, out OfDrug? drug)) return null;
        DosingPeriod? covering = null;
        for (int i = drug.Reach.BegunBy(day); i > 0 && drug.Reach.Of(i) >= day; i--)
        {
            DosingPeriod period = drug.Periods[i - 1].Period;
            if (period.Covers(day) && (covering is null || period.EarliestEnd >= covering.EarliestEnd)) covering = period;
        }

        return covering;
    }

    private sealed class OfDrug((DosingPeriod Period, int Place)[] periods)
    {
        public (DosingPeriod Period, int Place)[] Periods => periods;

        public PeriodReach Reach { get; } = new([.. periods.Select(entry => entry.Period)]);
    }
}
