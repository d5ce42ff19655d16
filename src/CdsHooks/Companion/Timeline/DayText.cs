namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>Days as they are written in both languages.</summary>
internal static class DayText
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Year, month, day.</summary>
    public static string Of(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a day; nothing is no day.</summary>
    /// <returns>Whether it is a day or nothing.</returns>
    public static bool TryRead(string text, out DateOnly? day)
    {
        bool isDay = DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read);
        day = isDay ? read : null;
        return isDay || text.Length == 0;
    }
}
