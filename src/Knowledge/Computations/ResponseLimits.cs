namespace Cds.Knowledge.Computations;

/// <summary>Limits of the response to a line of therapy (<c>computations/response.yaml</c>). Falls are parts of one.</summary>
public sealed record ResponseLimits
{
    /// <summary>Serum M-protein that can be followed, g/dL.</summary>
    public required Threshold MeasurableSerum { get; init; }

    /// <summary>Urine M-protein that can be followed, mg in 24 hours.</summary>
    public required Threshold MeasurableUrine { get; init; }

    /// <summary>Involved free light chain that can be followed, mg/L.</summary>
    public required Threshold MeasurableLightChain { get; init; }

    /// <summary>Plasma cells that let the marrow decide, %.</summary>
    public required Threshold JudgedMarrow { get; init; }

    /// <summary>Plasma cells in the marrow of a complete response, %.</summary>
    public required Threshold CompleteMarrow { get; init; }

    /// <summary>Fall of serum M-protein, or of the light-chain difference, for a very good partial response.</summary>
    public required Threshold VeryGoodPartialFall { get; init; }

    /// <summary>Urine M-protein of a very good partial response, mg in 24 hours.</summary>
    public required Threshold VeryGoodPartialUrine { get; init; }

    /// <summary>Fall of serum M-protein, light-chain difference or marrow plasma cells for a partial response.</summary>
    public required Threshold PartialFall { get; init; }

    /// <summary>Fall of urine M-protein for a partial response.</summary>
    public required Threshold PartialUrineFall { get; init; }

    /// <summary>Urine M-protein that is enough for a partial response, mg in 24 hours.</summary>
    public required Threshold PartialUrine { get; init; }

    /// <summary>Shrinkage of plasmacytomas for a partial response.</summary>
    public required Threshold PartialShrinkage { get; init; }

    /// <summary>Fall of serum M-protein or of the light-chain difference for a minor response.</summary>
    public required Threshold MinorFall { get; init; }

    /// <summary>Fall of urine M-protein for a minor response.</summary>
    public required Threshold MinorUrineFall { get; init; }

    /// <summary>Shrinkage of plasmacytomas for a minor response.</summary>
    public required Threshold MinorShrinkage { get; init; }

    /// <summary>Days before a line in which a value is its baseline.</summary>
    public required int BaselineDays { get; init; }

    /// <summary>Days for which blood and urine count as the newest assessment.</summary>
    public required int NewestDays { get; init; }

    /// <summary>Days for which marrow and imaging count.</summary>
    public required int MarrowAndImagingDays { get; init; }
}
