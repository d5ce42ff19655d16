namespace Cds.Knowledge.Computations;

/// <summary>The normal ratio of the free light chains, ends included (<c>computations/light-chains.yaml</c>).</summary>
public sealed record LightChainLimits
{
    /// <summary>Lowest normal ratio kappa / lambda.</summary>
    public required decimal RatioLower { get; init; }

    /// <summary>Highest normal ratio kappa / lambda.</summary>
    public required decimal RatioUpper { get; init; }

    /// <summary>Whether a ratio kappa / lambda is normal; unknown where some of what it may be is, and some is not.</summary>
    public Truth IsNormal(ValueRange ratio) => ratio.IsAtLeast(RatioLower).And(ratio.IsAtMost(RatioUpper));
}
