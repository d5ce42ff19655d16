namespace Cds.Knowledge.Computations;

/// <summary>The normal ratio of the free light chains, ends included (<c>computations/light-chains.yaml</c>).</summary>
public sealed record LightChainLimits
{
    /// <summary>Lowest normal ratio kappa / lambda.</summary>
    public required decimal RatioLower { get; init; }

    /// <summary>Highest normal ratio kappa / lambda.</summary>
    public required decimal RatioUpper { get; init; }

    /// <summary>Whether a ratio kappa / lambda is normal.</summary>
    public bool IsNormal(decimal ratio) => ratio >= RatioLower && ratio <= RatioUpper;
}
