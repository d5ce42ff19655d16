namespace Cds.Knowledge.Therapy;

/// <summary>Joins the periods of single records of one drug into the stretches of time in which it was given without a longer gap.</summary>
internal sealed class MergedPeriods
{
    private readonly DosingPeriod _first;
    private readonly List<Basis> _basis = [];
    private readonly List<Basis> _refractory = [];
    private readonly HashSet<(decimal Amount, string Unit)> _doses = [];
    private DateOnly _earliestEnd;
    private DateOnly _latestEnd;
    private Truth _running;
    private int? _recordedLine;

    private MergedPeriods(DosingPeriod first)
    {
        _first = first;
        _earliestEnd = first.EarliestEnd;
        _latestEnd = first.LatestEnd;
        Take(first);
    }

    /// <summary>Adds the stretches.</summary>
    /// <param name="periods">Where they are added.</param>
    /// <param name="single">Periods of records, in order of start.</param>
    /// <param name="intervalDays">Days that may lie between two doses.</param>
    public static void AddTo(List<DosingPeriod> periods, DosingPeriod[] single, int intervalDays)
    {
        MergedPeriods? current = null;
        foreach (DosingPeriod next in single)
        {
            if (current is not null && current.Continues(next, intervalDays))
            {
                current.Take(next);
                continue;
            }

            if (current is not null) periods.Add(current.Joined());
            current = new MergedPeriods(next);
        }

        if (current is not null) periods.Add(current.Joined());
    }

    private bool Continues(DosingPeriod next, int intervalDays) =>
        next.Start <= _latestEnd.PlusDays(intervalDays) && next.Purpose == _first.Purpose && next.IsHighDose == _first.IsHighDose
        && (next.RecordedLine ?? _recordedLine) == (_recordedLine ?? next.RecordedLine);

    private void Take(DosingPeriod next)
    {
        if (next.EarliestEnd > _earliestEnd) _earliestEnd = next.EarliestEnd;
        if (next.LatestEnd > _latestEnd) _latestEnd = next.LatestEnd;
        _running = _running.Or(next.Running);
        _recordedLine ??= next.RecordedLine;
        _basis.AddRange(next.Basis);
        _refractory.AddRange(next.RecordedRefractory);
        foreach ((decimal, string) dose in next.Doses) _doses.Add(dose);
    }

    private DosingPeriod Joined() => _basis.Count == 1 ? _first : _first with
    {
        EarliestEnd = _earliestEnd,
        LatestEnd = _latestEnd,
        Running = _running,
        RecordedLine = _recordedLine,
        RecordedRefractory = _refractory.Bounded(),
        Doses = [.. _doses],
        Basis = _basis.Bounded(),
    };
}
