using Cds.CdsHooks.Configuration;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Store;

/// <summary>The store of audit records and feedback.</summary>
internal static class StoreExtensions
{
    /// <summary>Registers the journal, or PostgreSQL when it is configured.</summary>
    public static void AddRecordStore(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CdsOptions>, StoreOptionsValidator>();
        services.AddSingleton<StoreFolder>();
        services.AddSingleton<PatientPseudonym>();
        services.AddSingleton<IRecordStore>(provider => provider.GetRequiredService<IOptions<CdsOptions>>().Value.Store.PostgreSql is null
            ? ActivatorUtilities.CreateInstance<JournalStore>(provider)
            : ActivatorUtilities.CreateInstance<PostgreSqlStore>(provider));
        services.AddHostedService<StoreOpening>();
    }
}
