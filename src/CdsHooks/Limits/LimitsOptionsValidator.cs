namespace Cds.CdsHooks.Limits;

/// <summary>Checks the limits at start-up.</summary>
internal sealed class LimitsOptionsValidator : IValidateOptions<CdsOptions>
{
    /// <summary>The ranges.</summary>
    public static IReadOnlyList<SettingRange> Ranges { get; } =
    [
        new("Limits:Connections", 10, 100_000, options => options.Limits.Connections),
        new("Limits:IdleConnection", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), options => options.Limits.IdleConnection),
        new("Limits:BytesInFlight", 1_000_000L, 100_000_000_000L, options => options.Limits.BytesInFlight),
        new("Limits:Records", 100, 1_000_000, options => options.Limits.Records),
        new("Limits:RequestTime", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), options => options.Limits.RequestTime),
        new("Limits:WorkPlaces", 1, 1_000, options => options.Limits.WorkPlaces),
        new("Limits:WorkWaiting", 0, 100_000, options => options.Limits.WorkWaiting),
    ];

    public ValidateOptionsResult Validate(string? name, CdsOptions options)
    {
        List<string> failures = [.. Ranges.Select(range => range.Check(options)).OfType<string>()];
        if (options.Limits.BytesInFlight < options.MaxBodyBytes)
            failures.Add($"Cds:Limits:BytesInFlight is {options.Limits.BytesInFlight}; it has to hold one body at least (Cds:MaxBodyBytes is {options.MaxBodyBytes}).");
        if (options.Limits.RequestTime < options.RequestTimeout)
            failures.Add($"Cds:Limits:RequestTime is {options.Limits.RequestTime}; it has to hold the time of a body at least (Cds:RequestTimeout is {options.RequestTimeout}).");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
