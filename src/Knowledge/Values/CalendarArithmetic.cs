namespace Cds.Knowledge.Values;

/// <summary>
/// Dates shifted by days, months, years and hours that stop at the first and last date there is: a record may hold <c>0001-01-01</c> (the unset date of
/// some systems) or <c>9999-12-31</c>, and must not spoil the rest of the patient. The methods of .NET, which throw there, are banned in the source projects.
/// </summary>
public static class CalendarArithmetic
{
    private const int MonthsOfYear = 12;

    /// <summary>So many days later; earlier for a negative number.</summary>
    public static DateOnly PlusDays(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>The same day so many months later, or the last of that month when it is shorter; earlier for a negative number.</summary>
    public static DateOnly PlusMonths(this DateOnly day, int months)
    {
        long month = ((long)day.Year * MonthsOfYear) + day.Month - 1 + months;
        if (month < MonthsOfYear) return DateOnly.MinValue;
        if (month >= (DateOnly.MaxValue.Year + 1L) * MonthsOfYear) return DateOnly.MaxValue;
        int year = (int)(month / MonthsOfYear);
        int monthOfYear = (int)(month % MonthsOfYear) + 1;
        return new DateOnly(year, monthOfYear, Math.Min(day.Day, DateTime.DaysInMonth(year, monthOfYear)));
    }

    /// <summary>The same day so many years later, 28 February for 29 February where the year has none; earlier for a negative number.</summary>
    public static DateOnly PlusYears(this DateOnly day, int years) => day.PlusMonths((int)Math.Clamp((long)years * MonthsOfYear, int.MinValue, int.MaxValue));

    /// <summary>So many hours later; earlier for a negative number.</summary>
    public static DateTime PlusHours(this DateTime moment, int hours) =>
        new((long)Int128.Clamp((Int128)moment.Ticks + ((Int128)hours * TimeSpan.TicksPerHour), DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), moment.Kind);
}
