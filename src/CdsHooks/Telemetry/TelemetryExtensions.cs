namespace Cds.CdsHooks.Telemetry;

/// <summary>Metrics and traces.</summary>
internal static class TelemetryExtensions
{
    /// <summary>Registers them. Without a collector nothing of OpenTelemetry is registered, or even loaded.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceMetrics>();
        builder.Services.AddSingleton<WorkMetrics>();
        builder.Services.AddSingleton<IValidateOptions<CdsOptions>, TelemetryOptionsValidator>();
        if (TelemetryOptions.Collector(builder.Configuration) is { } collector) OtlpExport.Add(builder.Services, collector);
    }
}
