using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json.Serialization.Metadata;
using Cds.CdsHooks.Store.Rows;
using Dapper;

namespace Cds.CdsHooks.Store.Databases;

/// <summary>
/// The database of the records. SQLite and PostgreSQL have the same tables and are asked in the same SQL; what differs between them is here: how a
/// connection is opened, how many rows are handed over in one parameter, and what an error means.
/// </summary>
internal abstract class StoreDatabase : IAsyncDisposable
{
    static StoreDatabase()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new MomentHandler());
    }

    /// <summary>Where it is, without passwords.</summary>
    public abstract string Description { get; }

    /// <summary>Folder of its migrations.</summary>
    public abstract string Dialect { get; }

    /// <summary>Statement that keeps other instances from migrating at the same time; null where a transaction does that.</summary>
    public virtual string? MigrationLock => null;

    /// <summary>Whether its settings name a folder that may hold a journal of before.</summary>
    public abstract string? JournalFolder { get; }

    /// <summary>Makes the database where it makes itself; called once at start.</summary>
    public abstract Task CreateAsync(CancellationToken cancellation);

    /// <summary>A select that yields rows handed over as one JSON array in the parameter <c>rows</c>.</summary>
    /// <param name="table">The table whose columns they have.</param>
    /// <param name="columns">The columns wanted.</param>
    public abstract string Rows(string table, IEnumerable<string> columns);

    /// <summary>A list of the texts handed over in the parameter <c>rows</c>, for <c>in</c>; <see cref="RowForm.Write"/> makes the parameter.</summary>
    public string Among(string table, string column) => $"(select {column} from ({Rows(table, [column])}) as wanted)";

    /// <summary>Inserts the rows of the parameter <c>rows</c> that are not there yet.</summary>
    public string InsertInto(string table, JsonTypeInfo row)
    {
        string[] columns = [.. row.Properties.Select(property => property.Name)];
        return $"insert into {table} ({string.Join(", ", columns)}) {Rows(table, columns)} where true on conflict do nothing";
    }

    /// <summary>Runs work on a connection. A connection that turns out to be broken is replaced once: work has to bear being done twice.</summary>
    public async Task<T> RunAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await RunOnceAsync(work, cancellation);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            Forget();
            return await TranslateAsync(() => RunOnceAsync(work, cancellation), cancellation);
        }
        catch (Exception exception) when (IsOurs(exception, cancellation))
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Runs work in a transaction; what it wrote is on the disk when this returns.</summary>
    public Task<T> ChangeAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellation) => RunAsync(async connection =>
    {
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        T result = await work(connection, transaction);
        await transaction.CommitAsync(cancellation);
        return result;
    }, cancellation);

    /// <summary>Runs work on a connection that was opened for it alone, by the address or path as it leads now.</summary>
    public Task<T> RunAnewAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation) => TranslateAsync(
        async () =>
        {
            await using DbConnection connection = await ConnectAnewAsync(cancellation);
            return await work(connection);
        },
        cancellation);

    /// <summary>Lets go of the connections that are kept open.</summary>
    public abstract void Forget();

    /// <summary>Whether an error lies in what was to be written and not in the store, so that other records can be written.</summary>
    public abstract bool IsAboutRecord(Exception? exception);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    /// <summary>A connection, of those that are kept open when there is one.</summary>
    protected abstract Task<DbConnection> ConnectAsync(CancellationToken cancellation);

    /// <summary>A connection that was not kept open.</summary>
    protected abstract Task<DbConnection> ConnectAnewAsync(CancellationToken cancellation);

    /// <summary>Whether the connection broke, and another may work.</summary>
    protected abstract bool IsBroken(Exception exception);

    /// <summary>What kind of trouble an error is.</summary>
    protected abstract StoreFault FaultOf(Exception exception);

    private async Task<T> RunOnceAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellation)
    {
        await using DbConnection connection = await ConnectAsync(cancellation);
        return await work(connection);
    }

    private async Task<T> TranslateAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (IsOurs(exception, cancellation))
        {
            throw Unavailable(exception);
        }
    }

    private static bool IsOurs(Exception exception, CancellationToken cancellation) =>
        exception is DbException or IOException or UnauthorizedAccessException or TimeoutException or SocketException
        || (exception is OperationCanceledException && !cancellation.IsCancellationRequested);

    private StoreUnavailableException Unavailable(Exception exception)
    {
        StoreFault fault = FaultOf(exception);
        return new StoreUnavailableException(string.Create(CultureInfo.InvariantCulture, $"{Description} cannot be used ({fault})."), exception) { Fault = fault };
    }
}
