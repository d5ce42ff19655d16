namespace Cds.Knowledge.Evaluation;

/// <summary>What the evaluation of one patient has to say besides its answers, each thing once.</summary>
internal sealed class EvaluationNotes
{
    /// <summary>So many values of one day that contradict the one used are named one by one; the rest is counted.</summary>
    private const int MostContradictions = LongBasis.MostOfOneFact;

    private readonly List<Note> _list = [];
    private readonly HashSet<Note> _known = [];

    /// <summary>In the order found.</summary>
    public IReadOnlyList<Note> List => _list;

    /// <summary>Adds a note once.</summary>
    public void Add(Note note)
    {
        if (_known.Add(note)) _list.Add(note);
    }

    /// <summary>Notes the values of a fact that the record has of the same day and that are not the one used.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="selected">The value used.</param>
    /// <param name="series">All values.</param>
    public void ReportContradictions(FactDefinition fact, ObservedFact selected, IReadOnlyList<ObservedFact> series)
    {
        int found = 0;
        DateOnly day = selected.Date.LatestDay;
        for (int i = 0; i < series.Count; i++)
        {
            ObservedFact other = series[i];
            if (other.Date.LatestDay != day || other.Resource == selected.Resource || other.Value == selected.Value) continue;
            if (++found > MostContradictions) continue;
            Add(new Note(NoteSeverity.Warning, other.Resource, EvaluationTexts.SameDayContradiction
                .With("fact", fact.Title).With("date", selected.Date.Text).With("resource", selected.Resource)));
        }

        if (found <= MostContradictions) return;
        Add(new Note(NoteSeverity.Warning, selected.Resource, EvaluationTexts.FurtherContradictions
            .With("fact", fact.Title).With("count", (found - MostContradictions).ToString(CultureInfo.InvariantCulture))
            .With("date", selected.Date.Text).With("resource", selected.Resource)));
    }
}
