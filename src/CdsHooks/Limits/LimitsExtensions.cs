using Cds.CdsHooks.Configuration;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Limits;

/// <summary>How much work is under way at once.</summary>
internal static class LimitsExtensions
{
    /// <summary>Registers the limits.</summary>
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CdsOptions>, LimitsOptionsValidator>();
        services.AddSingleton<LimitMetrics>();
        services.AddSingleton<BytesInFlight>();
        services.AddSingleton<RecordLimit>();
        services.AddSingleton<WorkPlaces>();
        services.AddRequestTimeouts();
        services.AddSingleton<IConfigureOptions<RequestTimeoutOptions>, RequestTime>();
    }
}
