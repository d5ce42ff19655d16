using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cds.CdsHooks.Limits;

/// <summary>How much work is under way at once.</summary>
internal static class LimitsExtensions
{
    /// <summary>Registers the limits.</summary>
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CdsOptions>, LimitsOptionsValidator>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelLimits>();
        services.AddSingleton<LimitMetrics>();
        services.AddSingleton<ConnectionLimit>();
        services.AddSingleton<BytesInFlight>();
        services.AddSingleton<RecordLimit>();
        services.AddSingleton<IThreads, PoolThreads>();
        services.AddSingleton<WorkPlaces>();
        services.AddHostedService<PoolReserve>();
        services.AddRequestTimeouts();
        services.AddSingleton<IConfigureOptions<RequestTimeoutOptions>, RequestTime>();
    }

    /// <summary>Turns requests on connections above the limit away before anything is done for them.</summary>
    public static void UseConnectionLimit(this WebApplication app)
    {
        ConnectionLimit connections = app.Services.GetRequiredService<ConnectionLimit>();
        app.Use(connections.AnswerAsync);
    }
}
