using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cds.CdsHooks.Telemetry;

/// <summary>
/// Sends metrics and traces to a collector, when one is configured. The spans of outgoing HTTP calls are not listened to: their addresses hold
/// patient ids.
/// </summary>
internal sealed class OtlpExport(IOptions<CdsOptions> options, IConfiguration configuration) : IHostedService, IDisposable
{
    private const string StandardVariable = "OTEL_EXPORTER_OTLP_ENDPOINT", ServiceName = "myeloma-cds";

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        string? endpoint = options.Value.Telemetry.OtlpEndpoint ?? configuration[StandardVariable];
        if (string.IsNullOrEmpty(endpoint)) return Task.CompletedTask;
        ResourceBuilder resource = ResourceBuilder.CreateDefault().AddService(ServiceName, serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString());
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(ServiceMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
            .AddOtlpExporter(exporter => Point(exporter, endpoint, "metrics"))
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(ServiceMetrics.Name, "Microsoft.AspNetCore")
            .AddOtlpExporter(exporter => Point(exporter, endpoint, "traces"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _metrics?.Shutdown();
        _traces?.Shutdown();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private static void Point(OtlpExporterOptions exporter, string endpoint, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
    }
}
