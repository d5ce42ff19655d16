using DuckDB.NET.Data;

namespace Cds.CdsHooks.Batch.Register;

/// <summary>The entries of a run as tables that can be asked and written, whatever their number.</summary>
internal sealed class RegisterDatabase : IDisposable
{
    private const string Form =
        """
        {source: 'VARCHAR', patient: 'VARCHAR',
         conclusions: 'STRUCT(id VARCHAR, "value" VARCHAR)[]',
         recommendations: 'STRUCT(id VARCHAR, status VARCHAR, urgency VARCHAR, "option" VARCHAR, standing VARCHAR, since DATE, earlier BOOLEAN, what VARCHAR, why VARCHAR)[]',
         candidates: 'STRUCT(candidate VARCHAR, "rule" VARCHAR, met BOOLEAN, since DATE, earlier BOOLEAN, why VARCHAR)[]',
         missing: 'STRUCT(fact VARCHAR, "rule" VARCHAR)[]',
         unread: 'STRUCT(kind VARCHAR, "text" VARCHAR)[]'}
        """;

    private static readonly string[] Lists = ["conclusions", "recommendations", "candidates", "missing", "unread"];

    private readonly DuckDbFile _database;

    private RegisterDatabase(DuckDbFile database) => _database = database;

    /// <summary>Takes in the entries of some files.</summary>
    /// <param name="folder">Folder for the database, which stays there.</param>
    /// <param name="files">NDJSON of entries.</param>
    public static RegisterDatabase Fill(string folder, IReadOnlyList<string> files)
    {
        DuckDbFile database = DuckDbFile.Open(folder, "register.duckdb");
        database.Execute($"CREATE OR REPLACE TABLE entry AS SELECT * FROM read_json([{string.Join(", ", files.Select(DuckDbFile.Quoted))}], format = 'newline_delimited', columns = {Form})");
        foreach (string list in Lists) database.Execute($"CREATE OR REPLACE TABLE {list} AS SELECT source, patient, unnest({list}, max_depth := 2) FROM entry");
        string columns = string.Concat(RegisterColumn.All.Select(column => $", max(\"value\") FILTER (id = {DuckDbFile.Quoted(column.Conclusion)}) AS {column.Column}"));
        database.Execute($"CREATE OR REPLACE TABLE patients AS SELECT entry.source, entry.patient{columns} FROM entry LEFT JOIN conclusions USING (source) GROUP BY ALL");
        return new RegisterDatabase(database);
    }

    /// <summary>Writes what a query gives to a file that has its name only when it is complete.</summary>
    /// <param name="query">The query.</param>
    /// <param name="file">The file.</param>
    /// <param name="form">How: <c>FORMAT parquet</c>.</param>
    public void Write(string query, string file, string form)
    {
        _database.Execute($"COPY ({query}) TO {DuckDbFile.Quoted(BatchOutput.Partial(file))} ({form})");
        File.Move(BatchOutput.Partial(file), file, overwrite: true);
    }

    /// <summary>The rows of a query.</summary>
    public IReadOnlyList<T> Rows<T>(string query, Func<DuckDBDataReader, T> read) => _database.Rows(query, read);

    /// <inheritdoc />
    public void Dispose() => _database.Dispose();
}
