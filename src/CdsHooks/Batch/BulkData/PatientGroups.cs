using DuckDB.NET.Data;

namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>
/// Resources grouped by patient: DuckDB sorts them in runs on disk, and puts the runs together partition by partition. Patients are spread over partitions by the hash of their id; a
/// partition is what a run that was broken off begins again.
/// </summary>
internal sealed class PatientGroups : IDisposable
{
    /// <summary>The partition of the patients of a file.</summary>
    public const int PartOfFile = 0;

    /// <summary>What is sorted at once: a sort of everything asks for the more memory the more there is, and DuckDB then gives up.</summary>
    private const long BytesOfRun = 256_000_000;

    /// <summary>
    /// What is appended at once. DuckDB holds 204,800 appended rows beside the limit of its memory, whatever they weigh, unless the appender is closed before
    /// (DEFAULT_FLUSH_COUNT in https://github.com/duckdb/duckdb/blob/main/src/include/duckdb/main/appender.hpp).
    /// </summary>
    private const long BytesAppended = 2_000_000;

    private readonly DuckDbFile _database;
    private readonly long _bytesOfRun;
    private ulong _seq;

    private PatientGroups(DuckDbFile database, long bytesOfRun) => (_database, _bytesOfRun) = (database, bytesOfRun);

    /// <summary>Opens, or begins, the groups in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="bytesOfRun">About how many bytes are sorted at once.</param>
    public static PatientGroups Open(string folder, long bytesOfRun = BytesOfRun)
    {
        var database = DuckDbFile.Open(folder, "groups.duckdb");
        // Packing takes memory beside the limit, and more time than writing.
        database.Execute("SET force_compression = 'uncompressed'");
        return new PatientGroups(database, bytesOfRun);
    }

    /// <summary>Opens the patients of one partition that were written to a file; their partition is <see cref="PartOfFile"/>.</summary>
    /// <param name="folder">Folder for work.</param>
    /// <param name="file">The file.</param>
    public static PatientGroups OpenPart(string folder, string file)
    {
        PatientGroups groups = new(DuckDbFile.Open(folder, "part.duckdb"), BytesOfRun);
        groups._database.Execute(string.Create(CultureInfo.InvariantCulture, $"CREATE VIEW sorted AS SELECT {PartOfFile} AS part, * FROM read_parquet({DuckDbFile.Quoted(file)})"));
        return groups;
    }

    /// <summary>Writes the patients of a partition to a file that another machine can open.</summary>
    public void WritePart(int partition, string file) => _database.Execute(string.Create(
        CultureInfo.InvariantCulture, $"COPY (SELECT patient, seq, json FROM sorted WHERE part = {partition} ORDER BY patient, seq) TO {DuckDbFile.Quoted(file)} (FORMAT parquet, COMPRESSION zstd)"));

    /// <summary>Takes in resources and sorts them; a Medication goes to every patient whose records refer to it.</summary>
    /// <param name="resources">Resources with what is known of them.</param>
    /// <param name="partitions">Over how many partitions patients are spread.</param>
    /// <param name="token">Ends it; what was taken in is worth nothing then.</param>
    public async Task FillAsync(IAsyncEnumerable<BulkResource> resources, int partitions, CancellationToken token)
    {
        _database.Execute("CREATE OR REPLACE TABLE medication (id VARCHAR, json BLOB)");
        int runs = 0;
        await using IAsyncEnumerator<BulkResource> next = resources.GetAsyncEnumerator(token);
        for (bool more = await next.MoveNextAsync(); more; runs++)
        {
            _database.Execute("CREATE OR REPLACE TABLE resource (part UINTEGER, patient VARCHAR, seq UBIGINT, bytes UINTEGER, json BLOB)");
            _database.Execute(Numbered("CREATE OR REPLACE TABLE refers_# (part UINTEGER, patient VARCHAR, medication VARCHAR)", runs));
            for (long left = _bytesOfRun; more && left > 0; left -= BytesAppended) more = await AppendAsync(next, runs, partitions, Math.Min(left, BytesAppended));
            _database.Execute(Numbered("CREATE OR REPLACE TABLE run_# AS SELECT * FROM resource ORDER BY part, patient, seq", runs));
            _database.Execute("DROP TABLE resource");
            _database.Execute("CHECKPOINT");
        }

        HandOutMedications(runs);
        string all = string.Concat(Enumerable.Range(0, runs).Select(run => Numbered("SELECT * FROM run_# UNION ALL ", run)));
        // A patient whose records stand in two runs may have been given a Medication in both.
        _database.Execute($"CREATE OR REPLACE VIEW sorted AS {all}SELECT DISTINCT part, patient, {ulong.MaxValue}::UBIGINT, octet_length(json)::UINTEGER, json FROM given");
        _database.Execute("CHECKPOINT");
    }

    private void HandOutMedications(int runs)
    {
        _database.Execute("CREATE OR REPLACE TABLE given (part UINTEGER, patient VARCHAR, json BLOB)");
        for (int run = 0; run < runs; run++)
        {
            _database.Execute(Numbered("INSERT INTO given SELECT DISTINCT part, patient, json FROM refers_# JOIN medication ON medication.id = refers_#.medication ORDER BY part", run));
            _database.Execute(Numbered("DROP TABLE refers_#", run));
        }

        _database.Execute("DROP TABLE medication");
    }

    /// <summary>Appends the next resources; whether there are more.</summary>
    private async Task<bool> AppendAsync(IAsyncEnumerator<BulkResource> next, int run, int partitions, long most)
    {
        using DuckDBAppender owned = _database.Connection.CreateAppender("resource"), shared = _database.Connection.CreateAppender("medication"),
            references = _database.Connection.CreateAppender(Numbered("refers_#", run));
        bool more = true;
        for (long held = 0; more && held < most; more = await next.MoveNextAsync())
        {
            BulkResource resource = next.Current;
            held += resource.Json.Length;
            if (resource.Line.IsMedication) shared.CreateRow().AppendValue(resource.Line.Id).AppendValue(resource.Json).EndRow();
            if (resource.Line.Patient is not { } patient) continue;
            uint part = PartitionOf(patient, partitions);
            owned.CreateRow().AppendValue(part).AppendValue(patient).AppendValue(_seq++).AppendValue((uint)resource.Json.Length).AppendValue(resource.Json).EndRow();
            if (resource.Line.Medication is { } medication) references.CreateRow().AppendValue(part).AppendValue(patient).AppendValue(medication).EndRow();
        }

        return more;
    }

    private static string Numbered(string sql, int run) => sql.Replace("#", run.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The patients of a partition with their resources, in the order of their ids.</summary>
    public IEnumerable<PatientGroup> Partition(int partition)
    {
        using DuckDBCommand command = _database.Connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT patient, json FROM sorted WHERE part = {partition} ORDER BY patient, seq");
        command.UseStreamingMode = true;
        using DuckDBDataReader reader = command.ExecuteReader();
        string? patient = null;
        var resources = new List<byte[]>();
        while (reader.Read())
        {
            string next = reader.GetString(0);
            if (patient is not null && next != patient)
            {
                yield return new PatientGroup(patient, resources);
                resources = [];
            }

            patient = next;
            using Stream json = reader.GetStream(1);
            byte[] bytes = new byte[json.Length];
            json.ReadExactly(bytes);
            resources.Add(bytes);
        }

        if (patient is not null) yield return new PatientGroup(patient, resources);
    }

    /// <summary>Bytes of the resources of a partition and those after it.</summary>
    public long BytesFrom(int partition) =>
        _database.Rows(string.Create(CultureInfo.InvariantCulture, $"SELECT coalesce(sum(bytes), 0)::BIGINT FROM sorted WHERE part >= {partition}"), row => row.GetInt64(0))[0];

    /// <inheritdoc />
    public void Dispose() => _database.Dispose();

    /// <summary>FNV-1a over the characters: the same on every machine and in every run.</summary>
    private static uint PartitionOf(string patient, int partitions)
    {
        uint hash = 2166136261;
        foreach (char character in patient) hash = unchecked((hash ^ character) * 16777619);
        return hash % (uint)partitions;
    }
}

/// <summary>A line of an export with what is known of it.</summary>
/// <param name="Line">Whose it is.</param>
/// <param name="Json">The resource.</param>
internal readonly record struct BulkResource(BulkLine Line, byte[] Json);

/// <summary>A patient with all resources, in the order in which they were read.</summary>
/// <param name="Patient">Logical id.</param>
/// <param name="Resources">JSON of each.</param>
internal sealed record PatientGroup(string Patient, IReadOnlyList<byte[]> Resources);
