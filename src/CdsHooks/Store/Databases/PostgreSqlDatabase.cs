using System.Data.Common;
using Npgsql;

namespace Cds.CdsHooks.Store.Databases;

/// <summary>A PostgreSQL database that several instances share. A committed transaction is on the server's disk.</summary>
internal sealed class PostgreSqlDatabase : StoreDatabase
{
    private readonly NpgsqlDataSource _source;

    public PostgreSqlDatabase(IOptions<CdsOptions> options)
    {
        StoreOptions store = options.Value.Store;
        var connection = new NpgsqlConnectionStringBuilder(store.PostgreSql);
        Description = $"PostgreSQL {connection.Host}:{connection.Port}/{connection.Database}";
        JournalFolder = store.Folder;
        _source = NpgsqlDataSource.Create(connection);
    }

    public override string Description { get; }

    public override string Dialect => "postgresql";

    public override string? JournalFolder { get; }

    /// <summary>Any number, the same everywhere.</summary>
    public override string MigrationLock => "select pg_advisory_xact_lock(7161976161037152107)";

    public override Task CreateAsync(CancellationToken cancellation) => Task.CompletedTask;

    public override string Rows(string table, IEnumerable<string> columns) => $"select {string.Join(", ", columns)} from json_populate_recordset(null::{table}, cast(@rows as json))";

    public override void Forget() => _source.Clear();

    public override bool IsAboutRecord(Exception? exception) => exception is PostgresException { SqlState: { } state } && (IsOf(state, "22") || IsOf(state, "23") || IsOf(state, "54"));

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    protected override async Task<DbConnection> ConnectAsync(CancellationToken cancellation) => await _source.OpenConnectionAsync(cancellation);

    /// <summary>Whether kept open or not: the server says where the tables are, not the connection.</summary>
    protected override Task<DbConnection> ConnectAnewAsync(CancellationToken cancellation) => ConnectAsync(cancellation);

    protected override bool IsBroken(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        || (exception is NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException } and not PostgresException);

    protected override StoreFault FaultOf(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.InsufficientResources } => StoreFault.Full,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege } => StoreFault.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName } => StoreFault.Missing,
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected } => StoreFault.Locked,
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } => StoreFault.Unreachable,
        PostgresException => StoreFault.Failed,
        _ => StoreFault.Unreachable,
    };

    private static bool IsOf(string state, string errorClass) => state.StartsWith(errorClass, StringComparison.Ordinal);
}
