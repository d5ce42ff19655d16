using System.Data.Common;
using Cds.CdsHooks.Store.Databases;
using Dapper;

namespace Cds.CdsHooks.Store.Writing;

/// <summary>
/// Proof that what is written is where it is looked for: each transaction leaves a mark, which is then read over a connection that did not
/// exist before. A process keeps writing into a deleted file without an error; only this tells.
/// </summary>
internal sealed class PlaceProof(StoreDatabase database, TimeProvider time)
{
    private readonly string _instance = Guid.NewGuid().ToString();

    /// <summary>Leaves a new mark.</summary>
    public async Task<string> MarkAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        string mark = Guid.NewGuid().ToString();
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into cds_probe (instance, value, time) values (@_instance, @mark, @now)
            on conflict (instance) do update set value = excluded.value, time = excluded.time
            """,
            new { _instance, mark, now = time.GetUtcNow() },
            transaction,
            cancellationToken: cancellation));
        return mark;
    }

    /// <summary>Reads the mark; fails when it is not there.</summary>
    public async Task CheckAsync(string mark, CancellationToken cancellation)
    {
        string? found = await database.RunAnewAsync(
            connection => connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
                "select value from cds_probe where instance = @_instance", new { _instance }, cancellationToken: cancellation)),
            cancellation);
        if (found != mark) throw new StoreUnavailableException($"{database.Description} is not where it was opened: what was written cannot be read there.") { Fault = StoreFault.Missing };
    }
}
