namespace Cds.CdsHooks.Telemetry;

/// <summary>Settings of metrics and traces, section <c>Cds:Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>
    /// Collector that takes OTLP over HTTP (<c>http://localhost:4318</c>), to which <c>/v1/metrics</c> and <c>/v1/traces</c> are added. Default: the
    /// variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, else nothing is exported.
    /// </summary>
    public string? OtlpEndpoint { get; set; }
}
