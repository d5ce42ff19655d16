using Hl7.Fhir.Model;

namespace Cds.FhirMapping.DataTypes;

/// <summary>
/// Reads FHIR date, dateTime and instant at the precision they came with. Times with an offset are brought to the configured time zone;
/// times without one (not valid FHIR, yet sent) are taken as local.
/// </summary>
internal sealed class FhirDateTimeReader(TimeZoneInfo timeZone)
{
    private static readonly DateOnly FirstDay = new(1800, 1, 1);

    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] OffsetFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>
    /// The date; null when the text is no date of a patient. <c>0001-01-01</c> and <c>9999-12-31</c> are what databases hold for "unknown" and "no end".
    /// </summary>
    public ClinicalDate? Read(string? text) => ReadAny(text) is { } date && date.EarliestDay >= FirstDay && date.LatestDay <= LastDay.OfAnyRecord ? date : null;

    private ClinicalDate? ReadAny(string? text)
    {
        if (text is null) return null;
        switch (text.Length)
        {
            case 4 when TryNumber(text, 0, 4, out int year) && year > 0:
                return ClinicalDate.InYear(year);
            case 7 when text[4] == '-' && TryNumber(text, 0, 4, out int year) && year > 0 && TryNumber(text, 5, 2, out int month) && month is >= 1 and <= 12:
                return ClinicalDate.InMonth(year, month);
            case 10 when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day):
                return ClinicalDate.OnDay(day);
            case > 10:
                return ReadMoment(text) is { } moment ? ClinicalDate.At(moment) : null;
            default:
                return null;
        }
    }

    /// <summary>The date of an element; null when absent or unreadable, or when the value is no date.</summary>
    public ClinicalDate? Read(DataType? element) => element is FhirDateTime or Date or Instant ? Read(((PrimitiveType)element).Text()) : null;

    private DateTime? ReadMoment(string text)
    {
        if (ReadPlain(text) is { } plain) return plain;
        string readable = WithoutLeapSecond(WithoutExtraFraction(text));
        if (DateTime.TryParseExact(readable, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)) return local;
        if (!DateTimeOffset.TryParseExact(readable, OffsetFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)) return null;
        try
        {
            return TimeZoneInfo.ConvertTime(moment, timeZone).DateTime;
        }
        catch (ArgumentOutOfRangeException)
        {
            // At the very ends of the calendar the local time does not exist.
            return null;
        }
    }

    /// <summary>The usual form, to the second with an offset or Z, read without trying the others.</summary>
    private DateTime? ReadPlain(string text)
    {
        bool isUtc = text.Length == 20 && text[19] == 'Z';
        if (!isUtc && !(text.Length == 25 && text[19] is '+' or '-' && text[22] == ':')) return null;
        if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return null;
        if (!TryNumber(text, 0, 4, out int year) || !TryNumber(text, 5, 2, out int month) || !TryNumber(text, 8, 2, out int day)) return null;
        if (!TryNumber(text, 11, 2, out int hour) || !TryNumber(text, 14, 2, out int minute) || !TryNumber(text, 17, 2, out int second)) return null;
        int offsetHours = 0;
        int offsetMinutes = 0;
        if (!isUtc && (!TryNumber(text, 20, 2, out offsetHours) || !TryNumber(text, 23, 2, out offsetMinutes))) return null;
        // The ends of the calendar and impossible times are left to the careful way.
        if (year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return null;
        if (offsetHours > 14 || offsetMinutes > 59) return null;
        var offset = new TimeSpan(offsetHours, offsetMinutes, 0);
        var utc = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
        return DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(text[19] == '-' ? utc + offset : utc - offset, timeZone), DateTimeKind.Unspecified);
    }

    private static string WithoutLeapSecond(string text) =>
        text.Length >= 19 && text[17] == '6' && text[18] == '0' ? string.Concat(text.AsSpan(0, 17), "59", text.AsSpan(19)) : text;

    private static string WithoutExtraFraction(string text)
    {
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return text;
        int end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - dot > 8 ? string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end)) : text;
    }

    private static bool TryNumber(string text, int start, int length, out int number) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
