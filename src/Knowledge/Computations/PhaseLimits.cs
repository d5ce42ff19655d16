namespace Cds.Knowledge.Computations;

/// <summary>Limits of the phase of treatment (<c>computations/phase.yaml</c>).</summary>
public sealed record PhaseLimits
{
    /// <summary>Days since the last dose after which a patient is off treatment.</summary>
    public required int OffTreatmentDays { get; init; }

    /// <summary>Usual cycle of a regimen: within it a drug may simply not be due.</summary>
    public required int CycleDays { get; init; }

    /// <summary>Days after the start of the first line in which the stage is shown.</summary>
    public required int StagingNewsDays { get; init; }
}
