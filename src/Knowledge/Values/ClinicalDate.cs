namespace Cds.Knowledge.Values;

/// <summary>
/// A date as the record gives it, at the precision it came with: <c>2024</c> is the whole year, not 1 January. Times of day are kept
/// (toxicity after CAR-T turns on hours). Local time of the configured time zone.
/// </summary>
/// <param name="Earliest">The first moment the date may mean.</param>
/// <param name="Latest">The last moment the date may mean; equal to <paramref name="Earliest"/> when a time of day is known.</param>
/// <param name="Text">The date as written, for display.</param>
public readonly record struct ClinicalDate(DateTime Earliest, DateTime Latest, string Text)
{
    /// <summary>A whole day.</summary>
    public static ClinicalDate OnDay(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.MinValue), day.ToDateTime(TimeOnly.MaxValue), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A moment.</summary>
    public static ClinicalDate At(DateTime moment) =>
        new(moment, moment, moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>A whole month.</summary>
    public static ClinicalDate InMonth(int year, int month) => new(
        new DateTime(year, month, 1),
        new DateOnly(year, month, DateTime.DaysInMonth(year, month)).ToDateTime(TimeOnly.MaxValue),
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"));

    /// <summary>A whole year.</summary>
    public static ClinicalDate InYear(int year) => new(
        new DateTime(year, 1, 1),
        new DateOnly(year, 12, 31).ToDateTime(TimeOnly.MaxValue),
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}"));

    /// <summary>The first day the date may mean.</summary>
    public DateOnly EarliestDay => DateOnly.FromDateTime(Earliest);

    /// <summary>The last day the date may mean.</summary>
    public DateOnly LatestDay => DateOnly.FromDateTime(Latest);

    /// <summary>Whether the date names one day (with or without a time of day).</summary>
    public bool IsOneDay => EarliestDay == LatestDay;

    /// <summary>Whether a time of day is known.</summary>
    public bool HasTime => Earliest == Latest;

    /// <summary>Whether the date lies on or before the given moment.</summary>
    public Truth IsOnOrBefore(DateTime moment) =>
        Latest <= moment ? Truth.True : Earliest > moment ? Truth.False : Truth.Unknown;

    /// <summary>Whether the date lies on or before the given day.</summary>
    public Truth IsOnOrBefore(DateOnly day) =>
        LatestDay <= day ? Truth.True : EarliestDay > day ? Truth.False : Truth.Unknown;

    /// <summary>Whether the date lies on or after the given day.</summary>
    public Truth IsOnOrAfter(DateOnly day) =>
        EarliestDay >= day ? Truth.True : LatestDay < day ? Truth.False : Truth.Unknown;

    /// <summary>The same date, knowing that it is not later than <paramref name="moment"/> (a record cannot report the future).</summary>
    public ClinicalDate NotAfter(DateTime moment) =>
        Latest > moment && Earliest <= moment ? this with { Latest = moment } : this;

    /// <inheritdoc />
    public override string ToString() => Text;
}
