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
            ? FormattableString.Invariant($"{CdsOptions.Section}:{Key} is {value}; allowed is {Lowest} to {Highest}.")
            : null;
}
