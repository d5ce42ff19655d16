namespace Cds.CdsHooks.Telemetry;

/// <summary>Settings of metrics and traces, section <c>Cds:Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The variable that OpenTelemetry knows everywhere.</summary>
    internal const string StandardVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    internal const string Key = $"{CdsOptions.Section}:{nameof(CdsOptions.Telemetry)}:{nameof(OtlpEndpoint)}";

    /// <summary>
    /// Collector that takes OTLP over HTTP (<c>http://localhost:4318</c>), to which <c>/v1/metrics</c> and <c>/v1/traces</c> are added. Default: the
    /// variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, else nothing is exported.
    /// </summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>The collector that a configuration names; null when nothing is exported.</summary>
    internal static string? Collector(IConfiguration configuration) =>
        configuration[Key] is { Length: > 0 } own ? own : configuration[StandardVariable] is { Length: > 0 } standard ? standard : null;
}
