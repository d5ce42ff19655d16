namespace Cds.Knowledge.DerivedFacts;

/// <summary>Months as people count them: 9 months after 15 March is 15 December.</summary>
internal static class CalendarMonths
{
    /// <summary>Completed calendar months between two days; 0 when the second is not later.</summary>
    public static int Between(DateOnly from, DateOnly until)
    {
        if (until <= from) return 0;
        int months = (until.Year - from.Year) * 12 + until.Month - from.Month;
        return from.PlusMonths(months) > until ? months - 1 : months;
    }
}
