using DuckDB.NET.Data;

namespace Cds.CdsHooks.Batch;

/// <summary>A database file of DuckDB for work that may be larger than memory. It loads nothing from anywhere.</summary>
internal sealed class DuckDbFile : IDisposable
{
    private const string MemoryLimit = "128MB";

    private DuckDbFile(DuckDBConnection connection) => Connection = connection;

    /// <summary>The connection.</summary>
    public DuckDBConnection Connection { get; }

    /// <summary>Opens, or begins, a file in a folder; what memory does not hold goes beside it.</summary>
    public static DuckDbFile Open(string folder, string name)
    {
        var connection = new DuckDBConnection($"Data Source={Path.Combine(folder, name)}");
        connection.Open();
        var file = new DuckDbFile(connection);
        file.Execute($"SET memory_limit = '{MemoryLimit}'");
        file.Execute($"SET temp_directory = {Quoted(Path.Combine(folder, "spill"))}");
        // Each thread sorts in memory of its own; reading and assessing have the other processors.
        file.Execute("SET threads = 1");
        file.Execute("SET preserve_insertion_order = false");
        file.Execute("SET autoinstall_known_extensions = false");
        return file;
    }

    /// <summary>A text as SQL writes it.</summary>
    public static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Runs a statement.</summary>
    public void Execute(string sql)
    {
        using DuckDBCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, one after the other.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="read">Reads the row that the reader stands at.</param>
    public IReadOnlyList<T> Rows<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        using DuckDBCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <inheritdoc />
    public void Dispose() => Connection.Dispose();
}
