using System.Globalization;
using DuckDB.NET.Data;

namespace Cds.CdsHooks.Batch.BulkData;

/// <summary>
/// Resources grouped by patient: DuckDB sorts them, on disk where memory does not hold them. Patients are spread over partitions by the hash of their id; a
/// partition is what a run that was broken off begins again.
/// </summary>
internal sealed class PatientGroups : IDisposable
{
    private readonly DuckDbFile _database;

    private PatientGroups(DuckDbFile database) => _database = database;

    /// <summary>Opens, or begins, the groups in a folder.</summary>
    public static PatientGroups Open(string folder) => new(DuckDbFile.Open(folder, "groups.duckdb"));

    /// <summary>Opens groups that are complete, which others may be reading too.</summary>
    public static PatientGroups OpenToRead(string folder) => new(DuckDbFile.OpenToRead(folder, "groups.duckdb"));

    /// <summary>Takes in resources and sorts them; a Medication goes to every patient whose records refer to it.</summary>
    /// <param name="resources">Resources with what is known of them.</param>
    /// <param name="partitions">Over how many partitions patients are spread.</param>
    /// <param name="token">Ends it; what was taken in is worth nothing then.</param>
    public async Task FillAsync(IAsyncEnumerable<BulkResource> resources, int partitions, CancellationToken token)
    {
        _database.Execute("CREATE OR REPLACE TABLE resource (part UINTEGER, patient VARCHAR, seq UBIGINT, json BLOB)");
        _database.Execute("CREATE OR REPLACE TABLE medication (id VARCHAR, json BLOB)");
        _database.Execute("CREATE OR REPLACE TABLE refers (part UINTEGER, patient VARCHAR, medication VARCHAR)");
        await AppendAsync(resources, partitions, token);
        _database.Execute(
            """
            CREATE OR REPLACE TABLE sorted AS
            SELECT part, patient, seq, json FROM resource
            UNION ALL SELECT DISTINCT part, patient, 18446744073709551615::UBIGINT, json FROM refers JOIN medication ON medication.id = refers.medication
            ORDER BY part, patient, seq
            """);
        foreach (string table in new[] { "resource", "medication", "refers" }) _database.Execute($"DROP TABLE {table}");
        _database.Execute("CHECKPOINT");
    }

    private async Task AppendAsync(IAsyncEnumerable<BulkResource> resources, int partitions, CancellationToken token)
    {
        using DuckDBAppender owned = _database.Connection.CreateAppender("resource"), shared = _database.Connection.CreateAppender("medication"), references = _database.Connection.CreateAppender("refers");
        ulong seq = 0;
        await foreach (BulkResource resource in resources.WithCancellation(token))
        {
            if (resource.Line.IsMedication) shared.CreateRow().AppendValue(resource.Line.Id).AppendValue(resource.Json).EndRow();
            if (resource.Line.Patient is not { } patient) continue;
            uint part = PartitionOf(patient, partitions);
            owned.CreateRow().AppendValue(part).AppendValue(patient).AppendValue(seq++).AppendValue(resource.Json).EndRow();
            if (resource.Line.Medication is { } medication) references.CreateRow().AppendValue(part).AppendValue(patient).AppendValue(medication).EndRow();
        }
    }

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

    /// <summary>Bytes of all resources.</summary>
    public long Bytes => _database.Rows("SELECT coalesce(sum(octet_length(json)), 0)::BIGINT FROM sorted", row => row.GetInt64(0))[0];

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
