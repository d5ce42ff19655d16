using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>Days (those of dose tables too) lie in their cycle, cycles run forwards, and the schedules of one drug neither overlap nor leave a cycle out.</summary>
internal sealed class Schedules : ISenseCheck
{
    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        foreach (Regimen regimen in content.Regimens)
        {
            void Report(object part, string what, string member) => content.Defect(part, "regimens", regimen.Id, what, member);
            foreach (RegimenDrug drug in regimen.Drugs)
            {
                if (OutsideCycle(drug.Days, regimen.CycleDays) is { } defect) Report(drug, defect, "days");
                foreach (DoseBand band in drug.Bands)
                {
                    if (OutsideCycle(band.Days, regimen.CycleDays) is { } outside) Report(band, outside, "days");
                }

                if (drug.FromCycle < 1 || drug.ToCycle < drug.FromCycle) Report(drug, $"cycles {drug.FromCycle} to {drug.ToCycle} run backwards", "to-cycle");
                // One that begins after the last cycle goes on alone (daratumumab after D-BCd).
                if (drug.FromCycle <= regimen.Cycles && drug.ToCycle > regimen.Cycles) Report(drug, $"the regimen has {regimen.Cycles} cycles, not {drug.ToCycle}", "to-cycle");
            }

            // A dose may be divided between routes on one day (dexamethasone with elotuzumab).
            foreach (var same in regimen.Drugs.GroupBy(d => (d.Drug, d.Route))) Overlaps(same, Report);
            foreach (IGrouping<string, RegimenDrug> same in regimen.Drugs.GroupBy(d => d.Drug)) Gaps(same, Report);
        }

        foreach ((RecommendationDefinition recommendation, DrugOrder order) in content.Recommendations.SelectMany(r => r.Options.SelectMany(o => o.Orders).OfType<DrugOrder>().Select(o => (r, o))))
        {
            if (OutsideCycle(order.Days, order.CycleDays) is { } defect) content.Defect(order, "recommendations", recommendation.Id, defect, "days");
        }
    }

    /// <summary>Without a cycle the days are counted from an event, before it with a minus.</summary>
    private static string? OutsideCycle(IReadOnlyList<int> days, int? cycle) =>
        cycle is { } length && days.Where(d => d < 1 || d > length).ToArray() is [var day, ..] ? $"day {day} is no day of a cycle of {length} days" : null;

    private static void Overlaps(IEnumerable<RegimenDrug> same, Action<object, string, string> report)
    {
        RegimenDrug[] schedules = [.. same];
        for (int i = 1; i < schedules.Length; i++)
        {
            foreach (RegimenDrug before in schedules[..i].Where(s => Overlap(s, schedules[i])))
            {
                if (before.Days.Intersect(schedules[i].Days).ToArray() is [var day, ..])
                    report(schedules[i], $"'{before.Drug}' has two schedules for day {day} of cycle {Math.Max(before.FromCycle, schedules[i].FromCycle)}", "days");
            }
        }
    }

    private static bool Overlap(RegimenDrug a, RegimenDrug b) => a.FromCycle <= (b.ToCycle ?? int.MaxValue) && b.FromCycle <= (a.ToCycle ?? int.MaxValue);

    private static void Gaps(IEnumerable<RegimenDrug> same, Action<object, string, string> report)
    {
        int? reached = 0;
        foreach (RegimenDrug schedule in same.OrderBy(s => s.FromCycle))
        {
            // A drug may join later; once begun it goes on, or the gap is a slip.
            if (reached > 0 && schedule.FromCycle > reached + 1) report(schedule, $"no schedule of '{schedule.Drug}' says what cycle {reached + 1} is", "from-cycle");
            reached = reached is { } last && schedule.ToCycle is { } to ? Math.Max(last, to) : null;
        }
    }
}
