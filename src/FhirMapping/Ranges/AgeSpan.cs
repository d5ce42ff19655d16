namespace Cds.FhirMapping.Ranges;

/// <summary>Ages in years that a reference range is for.</summary>
/// <param name="From">Lowest age, included; null when there is none.</param>
/// <param name="Below">Age that it ends before; null when there is none.</param>
internal readonly record struct AgeSpan(decimal? From, decimal? Below)
{
    private const decimal DaysOfYear = 365.25m;

    /// <summary>For any age.</summary>
    public static AgeSpan Any { get; }

    /// <summary>An age in years; null when the unit (UCUM) is no span of time.</summary>
    public static decimal? InYears(decimal age, string ucum) => ucum switch
    {
        "a" => age,
        "mo" => age / 12m,
        "wk" => age * 7m / DaysOfYear,
        "d" => age / DaysOfYear,
        "h" => age / 24m / DaysOfYear,
        _ => null,
    };

    /// <summary>Age in years of somebody born on a day; whole years are exact, whatever the leap years between.</summary>
    public static decimal Between(DateOnly born, DateOnly day)
    {
        if (day <= born) return 0m;
        int years = day.Year - born.Year;
        if (born.PlusYears(years) > day) years--;
        return years + ((day.DayNumber - born.PlusYears(years).DayNumber) / (DaysOfYear + 1m));
    }

    /// <summary>Ages from one to another in the same unit, both as completed spans: up to 17 years ends before the 18th birthday.</summary>
    public static AgeSpan? Completed(decimal? from, decimal? to, string ucum) =>
        InYears(1m, ucum) is { } unit ? new AgeSpan(from * unit, (to + 1m) * unit) : null;

    /// <summary>Whether somebody of an age belongs to it; null when the age is not known and would matter.</summary>
    public bool? Holds(decimal? age)
    {
        if (this == Any) return true;
        return age is { } years ? !(years < From) && !(years >= Below) : null;
    }

    /// <summary>The ages that both spans hold.</summary>
    public AgeSpan And(AgeSpan other) => new(
        From is { } from && other.From is { } otherFrom ? Math.Max(from, otherFrom) : From ?? other.From,
        Below is { } below && other.Below is { } otherBelow ? Math.Min(below, otherBelow) : Below ?? other.Below);
}
