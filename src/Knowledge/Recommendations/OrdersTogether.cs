namespace Cds.Knowledge.Recommendations;

/// <summary>
/// Several draft orders of one drug by one route, judged by what they give together: 10 mg and 15 mg of lenalidomide a day are 25 mg, 40 mg of dexamethasone
/// a week written twice is twice a week. Orders whose days differ, whose dose or timing is open, or that continue one another are not added up.
/// </summary>
internal static class OrdersTogether
{
    private const decimal Daily = 28m;
    private const decimal Weekly = 4m;

    /// <summary>The orders to be judged: daily doses of the same days are one, the others stay.</summary>
    public static IReadOnlyList<DraftOrder> OfDays(IReadOnlyList<DraftOrder> orders)
    {
        DraftOrder[] together = [.. orders
            .Where(o => o.DosesPer28Days == Daily && IsDosed(o))
            .GroupBy(o => (o.Route, o.DoseUnit))
            .Where(group => group.Skip(1).Any() && Coincide([.. group]))
            .Select(group => Joined([.. group], group.Sum(o => o.DoseAmount!.Value), Daily))];
        return [.. orders.Where(o => !together.Any(t => t.Parts.Contains(o))), .. together];
    }

    /// <summary>What they give in a week, as so many of the largest dose; none for single orders.</summary>
    public static IEnumerable<DraftOrder> OfWeeks(IReadOnlyList<DraftOrder> orders) => orders
        .Where(o => o.DosesPer28Days >= Weekly && IsDosed(o))
        .GroupBy(o => (o.Route, o.DoseUnit))
        .Where(group => group.Skip(1).Any() && Coincide([.. group]))
        .Select(group =>
        {
            decimal largest = group.Max(o => o.DoseAmount!.Value);
            return Joined([.. group.SelectMany(o => o.Written)], largest, group.Sum(o => o.DoseAmount!.Value * o.DosesPer28Days!.Value) / largest);
        });

    private static bool IsDosed(DraftOrder order) => order is { DoseAmount: > 0, DoseUnit: not null, Unread.Count: 0 };

    private static bool Coincide(IReadOnlyList<DraftOrder> orders) =>
        orders.All(a => orders.All(b => a == b || (SameDays(a, b) && !a.Replaces.Contains(b.Resource))));

    /// <summary>Orders without a first day begin now.</summary>
    private static bool SameDays(DraftOrder a, DraftOrder b) =>
        a.FirstDay == b.FirstDay || (a.FirstDay is { } first && b.FirstDay is { } second && !IsOverBefore(a, first, second) && !IsOverBefore(b, second, first));

    private static bool IsOverBefore(DraftOrder order, DateOnly first, DateOnly next) =>
        next > first && order.CourseDays is { } days && next.DayNumber - first.DayNumber >= days;

    private static DraftOrder Joined(IReadOnlyList<DraftOrder> parts, decimal amount, decimal dosesPer28Days) => parts[0] with
    {
        DoseAmount = amount,
        DosesPer28Days = dosesPer28Days,
        CourseDays = parts.All(p => p.CourseDays is not null) ? parts.Max(p => p.CourseDays) : null,
        Replaces = [.. parts.SelectMany(p => p.Replaces).Distinct()],
        Parts = parts,
    };
}
