using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Cds.CdsHooks.Store.Databases;

/// <summary>
/// A file in the store's folder. In WAL mode readers and the writer do not wait for each other; with <c>synchronous=FULL</c> a committed transaction is
/// on the disk. Several processes of one machine may use the file together.
/// </summary>
internal sealed class SqliteDatabase(StoreFolder folder) : StoreDatabase
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "records.db";

    private const int Full = 13, ReadOnlyFile = 8, ReadOnlyMoved = 1032, Busy = 5, TableLocked = 6, CannotOpen = 14, TooBig = 18, Constraint = 19, Mismatch = 20;

    /// <summary>Seconds that a statement waits for a lock of another process.</summary>
    private const int LockPatience = 5;

    /// <summary>Sorting stays in memory, since the folder for temporary files may be read-only; the queries sort little. Each connection caches 1 MB: the system caches the file for all of them.</summary>
    private const string Setup = "pragma synchronous=full; pragma busy_timeout=1000; pragma temp_store=memory; pragma cache_size=-1000; pragma journal_size_limit=67108864";

    public override string Description => $"SQLite {FilePath}";

    public override string Dialect => "sqlite";

    public override string? JournalFolder => folder.Path;

    private string FilePath => Path.Combine(folder.Path, FileName);

    public override async Task CreateAsync(CancellationToken cancellation)
    {
        try
        {
            CreateFile();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The file {FilePath} for feedback and audit records cannot be created (Cds:Store:Folder).", exception) { Fault = FaultOf(exception) };
        }

        string mode = await RunAsync(async connection => await connection.QuerySingleAsync<string>("pragma journal_mode=wal"), cancellation);
        if (mode != "wal") throw new StoreUnavailableException($"The disk of {folder.Path} (Cds:Store:Folder) cannot hold a SQLite database in WAL mode; network file systems cannot.");
    }

    public override string Rows(string table, IEnumerable<string> columns) =>
        $"select {string.Join(", ", columns.Select(column => $"value ->> '{column}' as {column}"))} from json_each(@rows)";

    public override void Forget()
    {
        using SqliteConnection connection = Connection(pooling: true);
        SqliteConnection.ClearPool(connection);
    }

    public override bool IsAboutRecord(Exception? exception) => exception is SqliteException { SqliteErrorCode: TooBig or Constraint or Mismatch };

    public override ValueTask DisposeAsync()
    {
        Forget();
        return ValueTask.CompletedTask;
    }

    protected override Task<DbConnection> ConnectAsync(CancellationToken cancellation) => OpenAsync(Connection(pooling: true), cancellation);

    protected override Task<DbConnection> ConnectAnewAsync(CancellationToken cancellation) => OpenAsync(Connection(pooling: false), cancellation);

    protected override bool IsBroken(Exception exception) => false;

    protected override StoreFault FaultOf(Exception exception) => exception switch
    {
        _ when !File.Exists(FilePath) => StoreFault.Missing,
        SqliteException { SqliteExtendedErrorCode: ReadOnlyMoved } => StoreFault.Missing,
        SqliteException { SqliteErrorCode: Full } => StoreFault.Full,
        SqliteException { SqliteErrorCode: ReadOnlyFile or CannotOpen } or UnauthorizedAccessException => StoreFault.ReadOnly,
        SqliteException { SqliteErrorCode: Busy or TableLocked } or TimeoutException => StoreFault.Locked,
        _ => StoreFault.Failed,
    };

    /// <summary>The connection never makes the file: where it is gone, an empty one in its place would hide the loss.</summary>
    private SqliteConnection Connection(bool pooling) => new(new SqliteConnectionStringBuilder
    {
        DataSource = FilePath,
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = pooling,
        DefaultTimeout = LockPatience,
    }.ToString());

    /// <summary>SQLite works synchronously: away from the caller's thread, so that the caller can stop waiting.</summary>
    private static Task<DbConnection> OpenAsync(SqliteConnection connection, CancellationToken cancellation) => Task.Run<DbConnection>(
        async () =>
        {
            try
            {
                await connection.OpenAsync(cancellation);
                await connection.ExecuteAsync(Setup);
                return connection;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        },
        cancellation);

    /// <summary>Readable for the service alone: comments of clinicians may hold anything.</summary>
    private void CreateFile()
    {
        if (File.Exists(FilePath)) return;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(FilePath, options);
    }
}
