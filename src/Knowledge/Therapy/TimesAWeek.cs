namespace Cds.Knowledge.Therapy;

/// <summary>How often a dose is given, in words.</summary>
internal static class TimesAWeek
{
    private const decimal Daily = 7m;

    /// <summary>A number of doses in the busiest week.</summary>
    public static LocalizedText InWords(decimal perWeek)
    {
        if (perWeek == Daily) return new LocalizedText("once a day", "1日1回");
        if (perWeek > Daily && perWeek % Daily == 0) return Times(perWeek / Daily, "a day", "1日");
        return Times(perWeek, "a week", "週");
    }

    private static LocalizedText Times(decimal count, string per, string japanesePer)
    {
        string number = ValueRange.Exactly(Math.Round(count, 1, MidpointRounding.AwayFromZero)).ToString();
        return number switch
        {
            "1" => new LocalizedText($"once {per}", $"{japanesePer}1回"),
            "2" => new LocalizedText($"twice {per}", $"{japanesePer}2回"),
            _ => new LocalizedText($"{number} times {per}", $"{japanesePer}{number}回"),
        };
    }
}
