namespace Cds.Knowledge.Evaluation;

/// <summary>The moment an assessment is asked for: a day (its end counts) or a time of day, local time.</summary>
/// <param name="Moment">The last moment whose data count.</param>
/// <param name="Text">As written, for the answer.</param>
public readonly record struct AsOf(DateTime Moment, string Text)
{
    /// <summary>The end of a day.</summary>
    public static AsOf EndOf(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.MaxValue), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A time of day.</summary>
    public static AsOf At(DateTime moment) =>
        new(moment, moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>The first moment it may mean: where only a day was asked about, its beginning.</summary>
    public DateTime EarliestMoment => Moment.TimeOfDay == TimeOnly.MaxValue.ToTimeSpan() ? Moment.Date : Moment;

    /// <summary>The day.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Moment);
}
