using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cds.CdsHooks.Telemetry;

/// <summary>
/// Sends metrics and traces to a collector: of requests, of calls to FHIR servers and key sets, of the runtime, and our own. What a span may say is for
/// <see cref="SpanFilter"/> to decide.
/// </summary>
internal static class OtlpExport
{
    private const string ServiceName = "myeloma-cds";

    /// <summary>Registers the export.</summary>
    /// <param name="services">Services of the app.</param>
    /// <param name="collector">Address of the collector, without the path of a signal.</param>
    public static void Add(IServiceCollection services, string collector)
    {
        // The default would copy trace headers and baggage of a client into our calls to FHIR servers; what goes out is for GuardedClient alone to say.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics
                .AddMeter(ServiceMetrics.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter(exporter => Point(exporter, collector, "metrics")))
            .WithTracing(traces => traces
                .AddSource(ServiceMetrics.Name)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddProcessor(new SpanFilter())
                .AddOtlpExporter(exporter => Point(exporter, collector, "traces")));
    }

    private static void Point(OtlpExporterOptions exporter, string collector, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{collector.TrimEnd('/')}/v1/{signal}");
    }
}
