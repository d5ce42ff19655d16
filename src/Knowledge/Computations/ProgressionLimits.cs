namespace Cds.Knowledge.Computations;

/// <summary>Limits of progression; rises over the lowest value of a line (<c>computations/progression.yaml</c>).</summary>
public sealed record ProgressionLimits
{
    /// <summary>Rise over the lowest value, as a part of it.</summary>
    public required Threshold Rise { get; init; }

    /// <summary>Rise of serum M-protein needed besides, g/dL.</summary>
    public required Threshold SerumRise { get; init; }

    /// <summary>Serum M-protein at the start of the line from which a rise alone is enough, g/dL.</summary>
    public required Threshold LargeSerumBaseline { get; init; }

    /// <summary>Rise of serum M-protein that is enough then, g/dL.</summary>
    public required Threshold LargeSerumRise { get; init; }

    /// <summary>Rise of urine M-protein needed besides, mg in 24 hours.</summary>
    public required Threshold UrineRise { get; init; }

    /// <summary>Involved free light chain needed besides, mg/L.</summary>
    public required Threshold LightChain { get; init; }

    /// <summary>Rise of the involved free light chain over its lowest value that is named as escape, mg/L.</summary>
    public required Threshold LightChainEscape { get; init; }

    /// <summary>Rise of marrow plasma cells needed besides, percentage points.</summary>
    public required Threshold MarrowRise { get; init; }

    /// <summary>Growth of a plasmacytoma over its smallest size that is clear.</summary>
    public required Threshold PlasmacytomaGrowth { get; init; }

    /// <summary>Corrected calcium that shows progression, mg/dL.</summary>
    public required Threshold Calcium { get; init; }
}
