namespace Cds.CdsHooks.Configuration;

/// <summary>Finds time zones by IANA name, also on machines without a time zone database.</summary>
internal static class TimeZones
{
    private const string Tokyo = "Asia/Tokyo";

    /// <summary>The time zone, or null when this machine does not know it.</summary>
    public static TimeZoneInfo? Find(string id)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone)) return zone;

        // Slim container images lack tzdata. Japan has had one fixed offset since 1951, so the default needs no database.
        return id == Tokyo ? TimeZoneInfo.CreateCustomTimeZone(Tokyo, TimeSpan.FromHours(9), Tokyo, Tokyo) : null;
    }
}
