namespace Cds.Knowledge.Evaluation;

/// <summary>
/// Notes so many that they can be read: what was said of many resources in the same words is said of the first of them and counted for the rest, and beyond a number of
/// different notes their count stands for them. Nothing vanishes without being counted.
/// </summary>
internal static class BoundedNotes
{
    private const int MostOfOneText = 64;
    private const int MostOfAll = 1024;

    /// <summary>The notes themselves where they are not too many.</summary>
    public static IReadOnlyList<Note> Of(IReadOnlyList<Note> notes)
    {
        if (notes.Count <= MostOfOneText) return notes;
        var kept = new List<Note>();
        var same = new Dictionary<(NoteSeverity, string), (Note First, int Count)>();
        var more = new SortedDictionary<NoteSeverity, int>();
        foreach (Note note in notes)
        {
            int count = same.GetValueOrDefault((note.Severity, note.Text.En)).Count + 1;
            same[(note.Severity, note.Text.En)] = (note, count);
            if (count > MostOfOneText) continue;
            if (kept.Count < MostOfAll) kept.Add(note);
            else more[note.Severity] = more.GetValueOrDefault(note.Severity) + 1;
        }

        foreach ((Note note, int count) in same.Values.Where(entry => entry.Count > MostOfOneText))
            kept.Add(note with { Resource = null, Text = EvaluationTexts.FurtherResources.With("count", Text(count - MostOfOneText)).With("text", note.Text) });
        foreach ((NoteSeverity severity, int count) in more.Reverse()) kept.Add(new Note(severity, null, EvaluationTexts.FurtherNotes.With("count", Text(count))));
        return kept;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
