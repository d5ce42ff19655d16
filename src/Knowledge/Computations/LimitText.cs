namespace Cds.Knowledge.Computations;

/// <summary>Limits as sentences name them.</summary>
internal static class LimitText
{
    /// <summary>Below this a plain number is written as a power of ten, as sensitivities are.</summary>
    private const decimal SmallestDecimal = 0.001m;

    /// <summary>Units that both languages spell out; one of them is "a day", "a year" in English.</summary>
    private static readonly Dictionary<string, (string One, string More, string Ja)> Times = new()
    {
        ["h"] = ("an hour", "hours", "時間"), ["d"] = ("a day", "days", "日"), ["mo"] = ("a month", "months", "か月"), ["a"] = ("a year", "years", "年"),
    };

    private static readonly Dictionary<string, (string En, string Ja)> Units = new()
    {
        ["%"] = (" %", "%"), ["mg/(24.h)"] = (" mg in 24 hours", "mg/24時間"),
    };

    public static LocalizedText Of(decimal value, string? unit)
    {
        string number = Number(value);
        if (unit is null) return new LocalizedText(number, number);
        if (Times.TryGetValue(unit, out (string One, string More, string Ja) time)) return new LocalizedText(value == 1m ? time.One : $"{number} {time.More}", number + time.Ja);
        (string en, string ja) = Units.GetValueOrDefault(unit, ($" {unit}", unit));
        return new LocalizedText(number + en, number + ja);
    }

    private static string Number(decimal value)
    {
        if (value is > 0m and < SmallestDecimal)
        {
            int exponent = 0;
            decimal power = value;
            for (; power < 1m; exponent++) power *= 10m;
            if (power == 1m) return string.Create(CultureInfo.InvariantCulture, $"10^-{exponent}");
        }

        return ValueRange.Exactly(value).ToString();
    }
}
