using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Store.Journal;
using Cds.CdsHooks.Store.Migrations;
using Cds.CdsHooks.Store.Reading;
using Cds.CdsHooks.Store.Writing;
using Cds.CdsHooks.Trust;

namespace Cds.CdsHooks.Store;

/// <summary>The store of audit records and feedback.</summary>
internal static class StoreExtensions
{
    /// <summary>Registers it, in a SQLite file or in PostgreSQL when that is configured; with PostgreSQL the used tokens are shared too. After the parts of trust.</summary>
    public static void AddRecordStore(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CdsOptions>, StoreOptionsValidator>();
        services.AddSingleton<StoreFolder>();
        services.AddSingleton<PatientPseudonym>();
        services.AddSingleton<StoreDatabase>(provider => provider.GetRequiredService<IOptions<CdsOptions>>().Value.Store.PostgreSql is null
            ? ActivatorUtilities.CreateInstance<SqliteDatabase>(provider)
            : ActivatorUtilities.CreateInstance<PostgreSqlDatabase>(provider));
        services.AddSingleton<Migrator>();
        services.AddSingleton<JournalImport>();
        services.AddSingleton<ShownCards>();
        services.AddSingleton<StoreMetrics>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<IAuditTrail>(provider => provider.GetRequiredService<RecordWriter>());
        services.AddSingleton<RecordQueries>();
        services.AddSingleton<SummaryQueries>();
        services.AddSingleton<RecordStore>();
        services.AddSingleton<IRecordStore, MeasuredStore>();
        services.AddSingleton<StorePatience>();
        services.AddSingleton<ProcessReplayMemory>();
        services.AddSingleton<IReplayMemory>(provider => provider.GetRequiredService<IOptions<CdsOptions>>().Value.Store.PostgreSql is null
            ? provider.GetRequiredService<ProcessReplayMemory>()
            : ActivatorUtilities.CreateInstance<SharedReplayMemory>(provider));
        services.AddHostedService<StoreOpening>();
        services.AddHostedService<Retention>();
    }
}
