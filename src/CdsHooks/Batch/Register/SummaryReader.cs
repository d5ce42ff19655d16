using DuckDB.NET.Data;

namespace Cds.CdsHooks.Batch.Register;

/// <summary>Asks the register for what the report says.</summary>
internal sealed class SummaryReader(RegisterDatabase database, KnowledgeBase knowledge, bool namesPatients)
{
    private const int MostRows = 40;

    private readonly KnowledgeTitles _titles = new(knowledge);

    /// <summary>The summary.</summary>
    /// <param name="asOf">The moment asked about.</param>
    /// <param name="overdueDays">After how many days something due is overdue.</param>
    /// <param name="unreadable">Lines that were no assessment.</param>
    /// <param name="candidates">For what somebody can be a candidate at this site.</param>
    public RegisterSummary Read(AsOf asOf, int overdueDays, long unreadable, IReadOnlyList<CandidateRule> candidates) => new(
        asOf.Text, knowledge.Version, overdueDays, Number("SELECT count(*) FROM entry"), unreadable, Number("SELECT count(*) FROM (SELECT patient FROM entry GROUP BY patient HAVING count(*) > 1)"),
        [.. RegisterColumn.All.Select(Values).Where(counted => counted.Values.Count > 0)],
        Recommendations(asOf.Day.PlusDays(-overdueDays)),
        [.. candidates.Select(rule => rule.Candidate).Distinct().Select(Candidates)],
        database.Rows(
            $"SELECT fact, count(DISTINCT source) AS patients FROM missing GROUP BY fact ORDER BY patients DESC, fact LIMIT {MostRows}",
            row => new Counted(row.GetString(0), _titles.Of(row.GetString(0)), row.GetInt64(1))),
        database.Rows(
            $"SELECT kind, \"text\", patients FROM ({RegisterTables.UnreadByFrequency}) WHERE \"text\" IS NOT NULL ORDER BY patients DESC, times DESC, \"text\" LIMIT {MostRows}",
            row => new Counted(row.GetString(1), RegisterPhrases.UnreadKind(row.GetString(0)), row.GetInt64(2))));

    private CountedConclusion Values(RegisterColumn column)
    {
        IReadOnlyDictionary<string, LocalizedText> names = knowledge.ValueTitlesOf(column.Conclusion);
        IReadOnlyList<Counted> rows = database.Rows(
            $"SELECT \"value\", count(*) AS patients FROM conclusions WHERE id = {DuckDbFile.Quoted(column.Conclusion)} GROUP BY \"value\" ORDER BY \"value\" NULLS LAST",
            row => row.IsDBNull(0)
                ? new Counted(null, RegisterPhrases.Undetermined, row.GetInt64(1))
                : new Counted(row.GetString(0), names.GetValueOrDefault(row.GetString(0)) ?? new LocalizedText(row.GetString(0), row.GetString(0)), row.GetInt64(1)));
        return new CountedConclusion(column.Section, _titles.Of(column.Conclusion), column.IsOfEverybody ? [.. rows, .. Others(rows)] : rows);
    }

    /// <summary>Whom the diagnosis says nothing of: all patients are in its table.</summary>
    private IEnumerable<Counted> Others(IReadOnlyList<Counted> diagnosed)
    {
        long others = Number("SELECT count(*) FROM entry") - diagnosed.Sum(row => row.Patients);
        return others > 0 ? [new Counted(null, RegisterPhrases.NoDisorder, others)] : [];
    }

    private IReadOnlyList<CountedRecommendation> Recommendations(DateOnly lastOverdue)
    {
        string overdue = $"status = 'due' AND since <= DATE '{lastOverdue.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";
        return database.Rows(
            $"""
            SELECT id, count(*) FILTER (status = 'due') AS due, count(*) FILTER ({overdue}), count(*) FILTER (status = 'satisfied'), count(*) FILTER (status = 'indeterminate')
            FROM recommendations GROUP BY id ORDER BY due DESC, id
            """,
            row => new CountedRecommendation(
                row.GetString(0), _titles.Of(row.GetString(0)), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4),
                Ids($"recommendations WHERE id = {DuckDbFile.Quoted(row.GetString(0))} AND {overdue}")));
    }

    private CountedCandidate Candidates(string candidate)
    {
        string these = $"candidates WHERE candidate = {DuckDbFile.Quoted(candidate)}";
        return new CountedCandidate(
            RegisterPhrases.CandidateFor(candidate),
            Number($"SELECT count(DISTINCT source) FROM {these} AND met"),
            Number($"SELECT count(DISTINCT source) FROM {these} AND NOT met AND source NOT IN (SELECT source FROM {these} AND met)"),
            Ids($"{these} AND met"));
    }

    private IReadOnlyList<string> Ids(string from) => namesPatients ? database.Rows($"SELECT DISTINCT patient FROM {from} ORDER BY patient", row => row.GetString(0)) : [];

    private long Number(string query) => database.Rows(query, (DuckDBDataReader row) => row.GetInt64(0))[0];
}
