namespace Cds.CdsHooks.Telemetry;

/// <summary>Checks at start-up the address of the collector, also where it comes from the variable of OpenTelemetry.</summary>
internal sealed class TelemetryOptionsValidator(IConfiguration configuration) : IValidateOptions<CdsOptions>
{
    public ValidateOptionsResult Validate(string? name, CdsOptions options)
    {
        if (TelemetryOptions.Collector(configuration) is not { } collector || IsUrl(collector)) return ValidateOptionsResult.Success;
        string key = options.Telemetry.OtlpEndpoint is { Length: > 0 } ? TelemetryOptions.Key : TelemetryOptions.StandardVariable;
        return ValidateOptionsResult.Fail($"{key} is '{collector}'; an absolute http or https URL is needed (http://localhost:4318).");
    }

    private static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
