using Cds.CdsHooks.Store.Databases;
using Cds.CdsHooks.Telemetry;
using Dapper;

namespace Cds.CdsHooks.Store.Migrations;

/// <summary>Brings the tables up to date, all steps in one transaction; instances that start together do it once.</summary>
internal sealed class Migrator(StoreDatabase database, TimeProvider time, ILogger<Migrator> logger)
{
    private const int NoTimeout = 0;

    /// <summary>Does what is missing. Tables of a later version than this program knows are left alone, and the start fails.</summary>
    public Task ApplyAsync(CancellationToken cancellation) => database.ChangeAsync(async (connection, transaction) =>
    {
        if (database.MigrationLock is { } alone) await ExecuteAsync(alone);
        await ExecuteAsync($"create table if not exists cds_migration (number integer primary key, name text not null, time {(database.MigrationLock is null ? "text" : "timestamptz")} not null)");
        IReadOnlyList<Migration> known = Migration.Of(database.Dialect);
        int newest = await connection.QuerySingleAsync<int>(new CommandDefinition("select coalesce(max(number), 0) from cds_migration", transaction: transaction, cancellationToken: cancellation));
        if (newest > known[^1].Number)
            throw new StoreUnavailableException($"{database.Description} was written by a later version (step {newest}, this one knows {known[^1].Number}). Start that version, or give another place (Cds:Store).");
        foreach (Migration migration in known.Where(step => step.Number > newest))
        {
            await ExecuteAsync(migration.Read());
            await ExecuteAsync(
                "insert into cds_migration (number, name, time) values (@Number, @Name, @now)", new { migration.Number, migration.Name, now = time.GetUtcNow() });
            logger.StoreMigrated(migration.Name);
        }

        return 0;

        Task ExecuteAsync(string sql, object? parameters = null) => connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, NoTimeout, cancellationToken: cancellation));
    }, cancellation);
}
