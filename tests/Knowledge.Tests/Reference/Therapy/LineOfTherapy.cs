using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>One line of therapy (docs/contract/reading.md, 9): induction, transplant, consolidation and maintenance planned together are one.</summary>
internal sealed class LineOfTherapy
{
    private readonly List<DosingPeriod> _periods = [];
    private readonly List<DateOnly> _transplants = [];

    internal LineOfTherapy(int number, DateOnly start, LocalizedText reason)
    {
        Number = number;
        Start = start;
        Reason = reason;
        LastDose = start;
        EarliestLastDose = start;
    }

    /// <summary>Number, from 1; numbers are left out where the record names a later line than the data show.</summary>
    public int Number { get; private set; }

    /// <summary>The observation that says the number; null when the rules or the drug records give it.</summary>
    public Basis? NumberRecord { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly Start { get; }

    /// <summary>The latest day on which a drug of the line (or a transplant) may have been given.</summary>
    public DateOnly LastDose { get; private set; }

    /// <summary>The earliest day on which the last dose may have been given.</summary>
    public DateOnly EarliestLastDose { get; private set; }

    /// <summary>Why it counts as a line of its own.</summary>
    public LocalizedText Reason { get; }

    /// <summary>What was given in it, in order of start.</summary>
    public IReadOnlyList<DosingPeriod> Periods => _periods;

    /// <summary>Days of autologous transplants in it.</summary>
    public IReadOnlyList<DateOnly> Transplants => _transplants;

    /// <summary>Anti-myeloma drugs without corticosteroids, in order of first dose.</summary>
    public IEnumerable<string> Drugs => _periods.Select(p => p.DrugId).Distinct();

    /// <summary>Takes over a recorded number, or moves on with the line before it.</summary>
    internal void Renumber(int number, Basis? record)
    {
        Number = number;
        NumberRecord = record ?? NumberRecord;
    }

    internal void Add(DosingPeriod period)
    {
        _periods.Add(period);
        if (period.LatestEnd > LastDose) LastDose = period.LatestEnd;
        if (period.EarliestEnd > EarliestLastDose) EarliestLastDose = period.EarliestEnd;
    }

    internal void AddTransplant(DateOnly day)
    {
        _transplants.Add(day);
        if (day > LastDose) LastDose = day;
        if (day > EarliestLastDose) EarliestLastDose = day;
    }
}
