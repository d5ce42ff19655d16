using Cds.CdsHooks.Batch;
using Cds.CdsHooks.Commands;
using DuckDB.NET.Data;

namespace Cds.CdsHooks.Tests.Batch.Register;

/// <summary>A run of <c>batch</c> over patients of a test, with what is made of all of them, in a folder of its own.</summary>
internal sealed class RegisterRun : IDisposable
{
    public const string AsOf = "2026-11-20";

    private readonly string _folder = Directory.CreateTempSubdirectory("register-").FullName;

    public string Output => PathOf("out.ndjson");

    public string Report => PathOf("report.html");

    public string Worklist => PathOf("due.csv");

    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Makes synthetic patients and runs.</summary>
    public int OfSynthetic(int count, params string[] arguments)
    {
        CommandLine.Find(["synthesize", $"{count}", "--as-of", AsOf, "--output", PathOf("in.ndjson")])!(TextWriter.Null);
        return Run(PathOf("in.ndjson"), arguments);
    }

    /// <summary>Runs over Bundles.</summary>
    public int OfBundles(IEnumerable<string> bundles, params string[] arguments)
    {
        File.WriteAllLines(PathOf("in.ndjson"), bundles);
        return Run(PathOf("in.ndjson"), arguments);
    }

    /// <summary>Runs over an input.</summary>
    public int Run(string input, params string[] arguments) => RunTo(Output, input, arguments);

    /// <summary>The same with another output.</summary>
    public static int RunTo(string output, string input, params string[] arguments) => CommandLine.Find(["batch", "--input", input, "--output", output, "--as-of", AsOf, .. arguments])!(TextWriter.Null);

    /// <summary>Rows of a Parquet table, a text each.</summary>
    public IReadOnlyList<string> Rows(string table, string query)
    {
        using DuckDbFile database = DuckDbFile.Open(_folder, "test.duckdb");
        return database.Rows(query.Replace("TABLE", $"read_parquet({DuckDbFile.Quoted(PathOf($"tables/{table}.parquet"))})", StringComparison.Ordinal), Text);
    }

    /// <summary>Options for all results.</summary>
    public string[] Everything => ["--tables", PathOf("tables"), "--report", Report, "--worklist", Worklist];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Text(DuckDBDataReader row) => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => row.IsDBNull(column) ? "" : row.GetValue(column) switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        object value => value.ToString(),
    }));
}
