using System.Globalization;

namespace Cds.CdsHooks.Companion.Timeline;

/// <summary>Days as they are written in both languages.</summary>
internal static class DayText
{
    /// <summary>Year, month, day.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
