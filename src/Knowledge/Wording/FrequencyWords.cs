namespace Cds.Knowledge.Wording;

/// <summary>How often, in words: once a day, every other day, every 4 weeks.</summary>
internal static class FrequencyWords
{
    public static LocalizedText Of(Frequency frequency)
    {
        string times = frequency.Times.ToString(CultureInfo.InvariantCulture);
        string period = frequency.Period.ToString(CultureInfo.InvariantCulture);
        (LocalizedText one, LocalizedText many) = frequency.PeriodUnit switch
        {
            "h" => (new LocalizedText("hour", "1時間"), new LocalizedText("hours", "時間")),
            "d" => (new LocalizedText("day", "1日"), new LocalizedText("days", "日")),
            "wk" => (new LocalizedText("week", "週"), new LocalizedText("weeks", "週")),
            "mo" => (new LocalizedText("month", "月"), new LocalizedText("months", "か月")),
            var other => throw new ArgumentOutOfRangeException(nameof(frequency), other, "Add the new unit to FrequencyWords."),
        };
        return (frequency.Times, frequency.Period) switch
        {
            (1, 1) => new($"once a {one.En}", $"{one.Ja}1回"),
            (2, 1) => new($"twice a {one.En}", $"{one.Ja}2回"),
            (_, 1) => new($"{times} times a {one.En}", $"{one.Ja}{times}回"),
            (1, 2) when frequency.PeriodUnit == "d" => new("every other day", "隔日"),
            (1, _) => new($"every {period} {many.En}", $"{period}{many.Ja}ごと"),
            _ => new($"{times} times in {period} {many.En}", $"{period}{many.Ja}に{times}回"),
        };
    }
}
