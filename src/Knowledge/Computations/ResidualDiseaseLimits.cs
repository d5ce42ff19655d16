namespace Cds.Knowledge.Computations;

/// <summary>Limits of measurable residual disease (<c>computations/mrd.yaml</c>).</summary>
public sealed record ResidualDiseaseLimits
{
    /// <summary>Sensitivity that a negative marrow test needs.</summary>
    public required Threshold Sensitivity { get; init; }

    /// <summary>Years between negative results that make them sustained.</summary>
    public required int SustainedYears { get; init; }

    /// <summary>Days around the marrow test in which PET/CT belongs to it.</summary>
    public required int ImagingDays { get; init; }
}
