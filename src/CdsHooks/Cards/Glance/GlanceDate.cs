namespace Cds.CdsHooks.Cards.Glance;

/// <summary>Dates of the record as clinicians write them: the year only where it is not that of the day asked about; hours only within two days.</summary>
internal sealed class GlanceDate(AsOf asOf, Language language)
{
    private const int DayLength = 10, MinuteLength = 16, ShowHoursDays = 2;

    /// <summary>A date, a date-time or a period of two (<c>2026-10-05/</c>); null where there is nothing to show.</summary>
    public string? Of(string? date)
    {
        if (string.IsNullOrWhiteSpace(date)) return null;
        string[] ends = date.Split('/', 2);
        string start = Day(ends[0].Trim());
        if (ends.Length == 1) return start;
        string end = Day(ends[1].Trim());
        if (start == end) return start;
        if (end.Length == 0) return GlancePhrases.Since.With("date", start).In(language);
        return start.Length == 0 ? GlancePhrases.Until.With("date", end).In(language) : language == Language.Japanese ? $"{start}～{end}" : $"{start} - {end}";
    }

    /// <summary>A year, a month of a year or a day, with its year.</summary>
    public static string InFull(string date, Language language) => date.Length switch
    {
        4 => language == Language.Japanese ? date + "年" : date,
        7 when DateOnly.TryParseExact(date + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month) =>
            month.ToString(language == Language.Japanese ? "yyyy年M月" : "MMMM yyyy", CultureInfo.InvariantCulture),
        DayLength when DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) =>
            day.ToString(language == Language.Japanese ? "yyyy年M月d日" : "d MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date,
    };

    private string Day(string date)
    {
        if (date.Length < DayLength || !DateOnly.TryParseExact(date[..DayLength], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return InFull(date, language);
        bool thisYear = day.Year == asOf.Day.Year;
        string text = day.ToString(
            language == Language.Japanese ? (thisYear ? "M/d" : "yyyy/M/d") : thisYear ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
        bool hours = date.Length >= MinuteLength && asOf.Day.DayNumber - day.DayNumber <= ShowHoursDays;
        return hours ? $"{text} {date[(DayLength + 1)..MinuteLength]}" : text;
    }
}
