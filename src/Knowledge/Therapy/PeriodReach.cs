namespace Cds.Knowledge.Therapy;

/// <summary>How far periods reach that had begun by a day. The periods are in order of start; a question costs the logarithm of their number.</summary>
internal sealed class PeriodReach
{
    private readonly DateOnly[] _starts;
    private readonly DateOnly[] _reach;

    public PeriodReach(IReadOnlyList<DosingPeriod> periods)
    {
        _starts = new DateOnly[periods.Count];
        _reach = new DateOnly[periods.Count];
        for (int i = 0; i < periods.Count; i++)
        {
            _starts[i] = periods[i].Start;
            _reach[i] = i > 0 && _reach[i - 1] > periods[i].LatestEnd ? _reach[i - 1] : periods[i].LatestEnd;
        }
    }

    /// <summary>How many periods had begun by a day.</summary>
    public int BegunBy(DateOnly day) => BegunBefore(day, included: true);

    /// <summary>How many periods had begun before a day.</summary>
    public int BegunBefore(DateOnly day) => BegunBefore(day, included: false);

    /// <summary>The latest day that one of the first so many periods may reach; null for none.</summary>
    public DateOnly? Of(int periods) => periods == 0 ? null : _reach[periods - 1];

    /// <summary>Whether a period that had begun by a day may reach another day, or lie after it.</summary>
    public bool Reaches(DateOnly begunBy, DateOnly day) => Of(BegunBy(begunBy)) >= day;

    private int BegunBefore(DateOnly day, bool included)
    {
        int low = 0;
        int high = _starts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_starts[middle] < day || (included && _starts[middle] == day)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
