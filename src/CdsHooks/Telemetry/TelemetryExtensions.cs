namespace Cds.CdsHooks.Telemetry;

/// <summary>Metrics and traces.</summary>
internal static class TelemetryExtensions
{
    /// <summary>Registers them.</summary>
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<ServiceMetrics>();
        services.AddHostedService<OtlpExport>();
    }
}
