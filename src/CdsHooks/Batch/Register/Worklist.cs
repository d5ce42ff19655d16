namespace Cds.CdsHooks.Batch.Register;

/// <summary>The list of the coordinator: who is due for what, since when and why, the overdue and urgent first.</summary>
internal static class Worklist
{
    // Excel takes a file for UTF-8 only with this mark before it.
    private const string ByteOrderMark = "\uFEFF";

    /// <summary>Writes it as CSV.</summary>
    /// <param name="database">The register.</param>
    /// <param name="file">The file.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="overdueDays">After how many days something due is overdue.</param>
    /// <param name="language">Language of what the list itself says.</param>
    public static void Write(RegisterDatabase database, string file, DateOnly asOf, int overdueDays, Language language)
    {
        string last = asOf.PlusDays(-overdueDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string candidates = string.Join(' ', CandidateRule.All.Select(rule => rule.Candidate).Distinct()
            .Select(candidate => $"WHEN {DuckDbFile.Quoted(candidate)} THEN {DuckDbFile.Quoted(RegisterPhrases.CandidateFor(candidate).In(language))}"));
        database.Write(
            $"""
            SELECT patient AS "{ByteOrderMark}patient", "rule", what, since, earlier AS or_earlier, overdue, urgency, why FROM (
              SELECT patient, id AS "rule", what, since, earlier, since <= DATE '{last}' AS overdue, urgency, why FROM recommendations WHERE status = 'due'
              UNION ALL
              SELECT patient, "rule", CASE candidate {candidates} END, since, earlier, false, 'info', why FROM candidates
                WHERE met AND NOT EXISTS (SELECT 1 FROM recommendations r WHERE r.source = candidates.source AND r.id = candidates."rule" AND r.status = 'due'))
            ORDER BY overdue DESC, CASE urgency WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, since, patient, "rule"
            """,
            file,
            "FORMAT csv, HEADER true");
    }
}
