namespace Cds.CdsHooks.Batch.Register;

/// <summary>Writes the register as Parquet tables (<c>docs/populations.md</c> describes their columns).</summary>
internal static class RegisterTables
{
    private const string Parquet = "FORMAT parquet, COMPRESSION zstd";

    /// <summary>
    /// What was not read, by frequency. A text that one patient alone has may tell something of that patient; it is held back as those are that look like it, and
    /// only counted.
    /// </summary>
    public const string UnreadByFrequency =
        """
        WITH counted AS (
          SELECT kind, "text", count(DISTINCT source) AS patients, count(*) AS times FROM unread WHERE "text" IS NOT NULL GROUP BY kind, "text")
        SELECT kind, "text", patients, times FROM counted WHERE kind = 'code' OR patients > 1
        UNION ALL
        SELECT 'held-back', NULL, NULL, times FROM (
          SELECT (SELECT count(*) FROM unread WHERE "text" IS NULL) + (SELECT coalesce(sum(times), 0) FROM counted WHERE kind <> 'code' AND patients = 1) AS times)
          WHERE times > 0
        ORDER BY patients DESC NULLS LAST, times DESC, kind, "text"
        """;

    private static readonly (string Name, string Query)[] Tables =
    [
        ("patients", "SELECT * REPLACE (TRY_CAST(line AS INTEGER) AS line) FROM patients ORDER BY patient, source"),
        ("conclusions", "SELECT * FROM conclusions ORDER BY patient, source, id"),
        ("recommendations", "SELECT source, patient, id, status, urgency, \"option\", standing, since, earlier FROM recommendations ORDER BY patient, source, id"),
        ("candidates", "SELECT source, patient, candidate, \"rule\", met, since, earlier FROM candidates ORDER BY patient, source, candidate"),
        ("missing", "SELECT * FROM missing ORDER BY patient, source, fact, \"rule\""),
        ("unread", UnreadByFrequency),
    ];

    /// <summary>Writes them to a folder, a file each.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(RegisterDatabase database, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string query) in Tables) database.Write(query, Path.Combine(folder, name + ".parquet"), Parquet);
    }
}
