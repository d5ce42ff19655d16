namespace Cds.CdsHooks.Configuration;

/// <summary>A setting with a lowest and a highest value; the one place that validation and the table of settings share.</summary>
/// <param name="Key">Configuration key, without the section.</param>
/// <param name="Lowest">Lowest allowed value, included.</param>
/// <param name="Highest">Highest allowed value, included.</param>
/// <param name="Read">Reads the value; null when it is not set.</param>
internal sealed record SettingRange(string Key, IComparable Lowest, IComparable Highest, Func<CdsOptions, IComparable?> Read)
{
    /// <summary>What is wrong with the value, or null.</summary>
    public string? Check(CdsOptions options) =>
        Read(options) is { } value && (value.CompareTo(Lowest) < 0 || value.CompareTo(Highest) > 0)
            ? $"{CdsOptions.Section}:{Key} is {Show(value)}; allowed is {Text}."
            : null;

    /// <summary>The range as people read it: <c>0.1 s to 30 s</c>.</summary>
    public string Text => $"{Show(Lowest)} to {Show(Highest)}";

    private static string Show(IComparable value)
    {
        if (value is not TimeSpan time) return string.Create(CultureInfo.InvariantCulture, $"{value}");
        (long unit, string name) = time.Ticks == 0 ? (TimeSpan.TicksPerSecond, "s")
            : time.Ticks % TimeSpan.TicksPerDay == 0 ? (TimeSpan.TicksPerDay, "d")
            : time.Ticks % TimeSpan.TicksPerHour == 0 ? (TimeSpan.TicksPerHour, "h")
            : time.Ticks % TimeSpan.TicksPerMinute == 0 ? (TimeSpan.TicksPerMinute, "min")
            : (TimeSpan.TicksPerSecond, "s");
        return string.Create(CultureInfo.InvariantCulture, $"{(decimal)time.Ticks / unit:0.#######} {name}");
    }
}
