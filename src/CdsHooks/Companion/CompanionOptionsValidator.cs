namespace Cds.CdsHooks.Companion;

/// <summary>Checks the settings of the companion at start-up.</summary>
internal sealed class CompanionOptionsValidator : IValidateOptions<CdsOptions>
{
    /// <summary>The ranges.</summary>
    public static IReadOnlyList<SettingRange> Ranges { get; } =
    [
        new("Companion:SessionIdle", TimeSpan.FromMinutes(1), TimeSpan.FromHours(8), options => options.Companion.SessionIdle),
        new("Companion:SessionLongest", TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), options => options.Companion.SessionLongest),
        new("Companion:SessionBytes", 1_000_000L, 10_000_000_000L, options => options.Companion.SessionBytes),
    ];

    public ValidateOptionsResult Validate(string? name, CdsOptions options)
    {
        string[] failures = [.. Ranges.Select(range => range.Check(options)).OfType<string>()];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
