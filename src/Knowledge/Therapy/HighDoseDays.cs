namespace Cds.Knowledge.Therapy;

/// <summary>The times in which the recorded single doses of a drug add up to a high dose: within 28 days from one of them on.</summary>
internal sealed class HighDoseDays
{
    private readonly List<DateOnly> _firsts = [];

    /// <param name="limits">The high dose.</param>
    /// <param name="records">The records of the drug.</param>
    public HighDoseDays(LineLimits limits, ReadOnlySpan<DrugRecord> records)
    {
        var doses = new List<(DateOnly Day, decimal Amount)>();
        foreach (DrugRecord record in records)
        {
            if (HighDose.IsSingleDose(record)) doses.Add((record.Start!.Value.EarliestDay, record.DoseAmount!.Value));
        }

        (DateOnly Day, decimal Amount)[] days = [.. doses.GroupBy(dose => dose.Day, (day, given) => (day, given.Sum(dose => dose.Amount))).OrderBy(dose => dose.day)];
        for (int first = 0; first < days.Length; first++)
        {
            DateOnly end = days[first].Day.PlusDays(DrugRecord.CountedDays);
            decimal total = 0m;
            // No more than 28 steps: the days differ.
            for (int i = first; i < days.Length && days[i].Day < end; i++) total += days[i].Amount;
            if (limits.HighDoseDexamethasone.IsMetBy(total)) _firsts.Add(days[first].Day);
        }
    }

    /// <summary>Whether a record is one of the doses that add up.</summary>
    public bool Contain(DrugRecord record)
    {
        if (_firsts.Count == 0 || !HighDose.IsSingleDose(record)) return false;
        DateOnly day = record.Start!.Value.EarliestDay;
        int at = _firsts.BinarySearch(day);
        int last = at >= 0 ? at : ~at - 1;
        return last >= 0 && day < _firsts[last].PlusDays(DrugRecord.CountedDays);
    }
}
