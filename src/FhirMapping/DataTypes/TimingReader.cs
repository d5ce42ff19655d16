using Cds.FhirMapping.Numbers;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>Reads what a Timing says: from when to when, and how often.</summary>
internal static class TimingReader
{
    /// <summary>The days in which doses are counted: four weeks.</summary>
    public const decimal ObservedDays = DrugRecord.CountedDays;

    private const decimal MinutesOfDay = 1440m;
    private const decimal DaysPerMonth = 365.25m / 12m;

    /// <summary>Doses planned in 28 days; null when the timing does not say.</summary>
    public static decimal? DosesPer28Days(Timing timing)
    {
        Timing.RepeatComponent repeat = timing.Repeat ?? new Timing.RepeatComponent();
        int weekdays = repeat.DayOfWeekElement.Count;
        int timesOfDay = Math.Max(repeat.TimeOfDayElement.Count, repeat.WhenElement.Count);
        // "One to two times a day" may be two.
        decimal? frequency = repeat.FrequencyMaxElement.Number() ?? repeat.FrequencyElement.Number();
        decimal? period = repeat.PeriodElement.Number() is { } length && DaysIn(repeat.PeriodUnitElement.Text()) is { } days && length > 0 && WrittenNumber.IsUsable(length) ? length * days : null;
        if (IsOnce(repeat, frequency, period)) return 1m;
        if (weekdays > 0)
        {
            decimal perDay = timesOfDay > 0 ? timesOfDay : period == 1m && frequency is { } each ? each : 1m;
            return weekdays * perDay * ObservedDays / 7m;
        }

        if (period is { } p && p is > 0 and < 100000m)
        {
            decimal times = frequency ?? (timesOfDay > 0 ? timesOfDay : 1m);
            return times is > 0 and < 1000m ? Usable(Math.Round(times * ObservedDays / p, 6)) : null;
        }

        if (timesOfDay > 0) return timesOfDay * ObservedDays;
        return PerDay(timing.Code) is { } daily ? daily * ObservedDays : timing.Code.Texts().Select(TimingWords.DosesPer28Days).FirstOrDefault(doses => doses is not null);
    }

    /// <summary>Days that so many doses take where they are counted; null where they are not.</summary>
    public static decimal? CountedDays(Timing timing) =>
        (timing.Repeat?.CountMaxElement.Number() ?? timing.Repeat?.CountElement.Number()) is { } count && count is > 0 and < 100000m && DosesPer28Days(timing) is > 0m and var doses
            ? Math.Ceiling(count * ObservedDays / doses)
            : null;

    /// <summary>A number of doses in 28 days that a patient can be given; null for more than one each minute.</summary>
    public static decimal? Usable(decimal doses) => doses <= ObservedDays * MinutesOfDay ? doses : null;

    /// <summary>One dose in all, whatever the rate (an infusion on one day): a count of one, or bounds that hold one dose.</summary>
    private static bool IsOnce(Timing.RepeatComponent repeat, decimal? frequency, decimal? period) =>
        (period is not null && repeat.CountElement.Number() == 1m && repeat.CountMaxElement.Number() is null or 1m)
        || (frequency == 1m && period is { } length && Days(repeat.Bounds as Duration) <= length);

    /// <summary>First and last date that the timing bounds; null where it does not.</summary>
    public static (ClinicalDate? Start, ClinicalDate? End, decimal? BoundDays) Bounds(Timing? timing, ResourceDates dates)
    {
        if (timing is null) return (null, null, null);
        var period = timing.Repeat?.Bounds as Period;
        ClinicalDate? start = dates.Read(period?.StartElement);
        ClinicalDate? end = dates.Read(period?.EndElement);
        foreach (FhirDateTime moment in timing.EventElement)
        {
            if (dates.Read(moment) is not { } date) continue;
            if (start is null || date.Earliest < start.Value.Earliest) start = date;
            if (end is null || date.Latest > end.Value.Latest) end = date;
        }

        return (start, end, Days(timing.Repeat?.Bounds as Duration));
    }

    /// <summary>Length of a Duration in days; null when it has none.</summary>
    public static decimal? Days(Quantity? duration)
    {
        if (duration?.ValueElement.Number() is not { } value || value <= 0 || value > 100000m) return null;
        return (DaysIn(duration.CodeElement.Text()) ?? DaysIn(duration.UnitElement.Text())) is { } days ? value * days : null;
    }

    private static decimal? DaysIn(string? unit) => unit switch
    {
        "d" or "day" or "days" or "日" or "日分" => 1m,
        "wk" or "week" or "weeks" or "週" => 7m,
        "mo" or "month" or "months" or "月" or "か月" => DaysPerMonth,
        "a" or "year" or "years" or "年" => 365.25m,
        "h" or "hour" or "hours" or "時間" => 1m / 24m,
        _ => null,
    };

    /// <summary>Doses a day of the timing abbreviations of HL7 v3 (GTSAbbreviation).</summary>
    private static decimal? PerDay(CodeableConcept? code)
    {
        foreach (string text in code.Codes().Select(c => c.Code).Concat(code.Texts()))
        {
            switch (text.ToUpperInvariant())
            {
                case "QD" or "AM" or "PM": return 1m;
                case "BID": return 2m;
                case "TID": return 3m;
                case "QID": return 4m;
                case "QOD": return 0.5m;
                case "Q4H": return 6m;
                case "Q6H": return 4m;
                case "Q8H": return 3m;
                case "WK": return 1m / 7m;
                default: break;
            }
        }

        return null;
    }
}
