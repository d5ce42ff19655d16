namespace Cds.Knowledge.Therapy;

/// <summary>
/// Doses in the busiest seven days of a schedule. Days in a row (1 to 4, 1 to 21) are written as a daily dose with an end, so that a schedule with
/// three or more of them is daily: how long it goes on stands elsewhere in an order, or nowhere.
/// </summary>
internal static class BusiestWeek
{
    private const int Days = 7;
    private const int InARow = 3;

    /// <summary>Of one drug of a regimen, together with its other doses in the same cycles.</summary>
    public static decimal? Of(Regimen regimen, RegimenDrug drug)
    {
        if (drug.Days.Count == 0) return null;
        IEnumerable<int> days = regimen.Drugs
            .Where(d => d.Drug == drug.Drug && d.FromCycle <= (drug.ToCycle ?? int.MaxValue) && drug.FromCycle <= (d.ToCycle ?? int.MaxValue))
            .SelectMany(d => d.Days);
        return Of([.. days.Distinct().Order()], regimen.CycleDays);
    }

    /// <summary>Of days of a cycle, in ascending order; the next cycle follows at once.</summary>
    public static decimal Of(IReadOnlyList<int> days, int? cycleDays)
    {
        int[] going = cycleDays is { } cycle ? [.. days, .. days.Select(day => day + cycle)] : [.. days];
        bool isDaily = days.Any(first => Enumerable.Range(first, InARow).All(going.Contains));
        return isDaily ? Days : days.Max(first => going.Count(day => day >= first && day < first + Days));
    }
}
