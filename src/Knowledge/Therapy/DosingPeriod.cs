namespace Cds.Knowledge.Therapy;

/// <summary>A stretch of time in which a drug was given without a gap longer than its dosing interval.</summary>
public sealed record DosingPeriod
{
    /// <summary>Drug id.</summary>
    public required string DrugId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The earliest day that the last dose may have been given.</summary>
    public required DateOnly EarliestEnd { get; init; }

    /// <summary>The latest day that the last dose may have been given; the day asked about while it runs.</summary>
    public required DateOnly LatestEnd { get; init; }

    /// <summary>Whether it runs at the time asked about.</summary>
    public required Truth Running { get; init; }

    /// <summary>What it was given for.</summary>
    public DosePurpose Purpose { get; init; }

    /// <summary>Conditioning or mobilisation: part of the line it is given in, never the start of one.</summary>
    public bool BelongsToTransplant => Purpose is DosePurpose.Conditioning or DosePurpose.Mobilisation;

    /// <summary>Dexamethasone in a dose that counts as treatment on its own.</summary>
    public bool IsHighDose { get; init; }

    /// <summary>The line of therapy that a record names for it; null when none does.</summary>
    public int? RecordedLine { get; init; }

    /// <summary>The records that say the disease is refractory to the drug; empty when none does.</summary>
    public IReadOnlyList<Basis> RecordedRefractory { get; init; } = [];

    /// <summary>Doses that the records name, as amount and UCUM unit.</summary>
    public IReadOnlyList<(decimal Amount, string Unit)> Doses { get; init; } = [];

    /// <summary>The records behind it.</summary>
    public required IReadOnlyList<Basis> Basis { get; init; }

    /// <summary>Whether the drug was running on a day (its possible last dose counted).</summary>
    public bool Covers(DateOnly day) => Start <= day && day <= LatestEnd;
}
