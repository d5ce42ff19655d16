namespace Cds.Knowledge.Evaluation;

/// <summary>
/// How much of a record is looked at. Of a kind of which there are more records than that the newest are looked at; a note says how many were not, and what is not recorded among those
/// that were is unknown, not absent.
/// </summary>
internal static class WorkBudget
{
    /// <summary>So many records of one kind are looked at.</summary>
    public const int MostRecords = 50_000;

    /// <summary>The record itself where it is within the budget.</summary>
    /// <param name="record">What is recorded.</param>
    /// <param name="most">So many of one kind.</param>
    public static PatientFacts Within(PatientFacts record, int most = MostRecords)
    {
        var notes = new List<Note>();
        RecordedHistory known = record.KnownHistory;
        PatientFacts within = record with
        {
            Observations = Newest(record.Observations, observed => observed.Date, ObservationsTitle, null),
            Conditions = Newest(record.Conditions, condition => condition.Until ?? condition.Since, HistoryParts.Titles[HistoryParts.Conditions], RecordedHistory.Conditions),
            DrugRecords = Newest(record.DrugRecords, drug => drug.End ?? drug.Start, HistoryParts.Titles[HistoryParts.Medications], RecordedHistory.Medications),
            Procedures = Newest(record.Procedures, procedure => procedure.Performed, HistoryParts.Titles[HistoryParts.Procedures], RecordedHistory.Procedures),
            Allergies = Newest(record.Allergies, allergy => allergy.Recorded, HistoryParts.Titles[HistoryParts.Allergies], RecordedHistory.Allergies),
        };
        return notes.Count == 0 ? record : within with { KnownHistory = known, Notes = [.. record.Notes, .. notes] };

        IReadOnlyList<T> Newest<T>(IReadOnlyList<T> records, Func<T, ClinicalDate?> dateOf, LocalizedText what, RecordedHistory? part)
        {
            if (records.Count <= most) return records;
            if (part is { } history) known &= ~history;
            notes.Add(new Note(NoteSeverity.Warning, null, EvaluationTexts.NotLookedAt.With("what", what).With("count", Text(records.Count - most)).With("most", Text(most))));
            // A record without a date may be of today.
            int[] newest = [.. Enumerable.Range(0, records.Count).OrderByDescending(i => dateOf(records[i])?.Latest ?? DateTime.MaxValue).Take(most).Order()];
            return Array.ConvertAll(newest, i => records[i]);
        }
    }

    private static LocalizedText ObservationsTitle { get; } = new("observations", "検査・所見の記録");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
