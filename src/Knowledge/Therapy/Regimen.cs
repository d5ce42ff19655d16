using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Therapy;

/// <summary>A named combination of drugs with its schedule and evidence.</summary>
public sealed record Regimen
{
    /// <summary>Regimen id of the contract.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Drugs with dose and schedule.</summary>
    public required IReadOnlyList<RegimenDrug> Drugs { get; init; }

    /// <summary>Cycle length in days; null when it is not given in cycles.</summary>
    public int? CycleDays { get; init; }

    /// <summary>Number of cycles, when the source limits them.</summary>
    public int? Cycles { get; init; }

    /// <summary>Duration for readers (until progression, 9 cycles then maintenance).</summary>
    public LocalizedText? Duration { get; init; }

    /// <summary>Condition ids that it is meant for when that is not multiple myeloma; empty otherwise.</summary>
    public IReadOnlyList<string> ForConditions { get; init; } = [];

    /// <summary>Whether it is a maintenance treatment.</summary>
    public bool IsMaintenance { get; init; }

    /// <summary>The conditions that it is meant for, the one of regimens where none is named: what a drug of it is off-label for is told by the table of approvals.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Remarks for readers (age or renal adjustment).</summary>
    public IReadOnlyList<LocalizedText> Remarks { get; init; } = [];

    /// <summary>Trial evidence that the documents give.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Whether no source gives the amount of one of the drugs that it begins with.</summary>
    public bool HasOpenDose => Drugs.Any(drug => drug.FromCycle == 1 && drug.DoseAmount is null);
}

/// <summary>One drug of a regimen. The same drug may stand twice with different schedules (cycles 1-8, cycles 9 on).</summary>
public sealed record RegimenDrug
{
    /// <summary>Drug id.</summary>
    public required string Drug { get; init; }

    /// <summary>Amount of one dose; null when no source gives it.</summary>
    public decimal? DoseAmount { get; init; }

    /// <summary>UCUM unit of one dose.</summary>
    public string? DoseUnit { get; init; }

    /// <summary>Largest single dose in milligrams, when the source caps it.</summary>
    public decimal? MaximumDose { get; init; }

    /// <summary>Route.</summary>
    public Route Route { get; init; }

    /// <summary>Days of the cycle.</summary>
    public IReadOnlyList<int> Days { get; init; } = [];

    /// <summary>First cycle this schedule applies to.</summary>
    public int FromCycle { get; init; } = 1;

    /// <summary>Last cycle this schedule applies to; null for open.</summary>
    public int? ToCycle { get; init; }

    /// <summary>Adjustments for readers (age over 75: 20 mg; renal).</summary>
    public LocalizedText? Remark { get; init; }

    /// <summary>Where dose and schedule come from; null only when no dose is given.</summary>
    public Citation? Source { get; init; }

    /// <summary>Lower doses for some patients in this regimen (age).</summary>
    public IReadOnlyList<DoseBand> Bands { get; init; } = [];
}
