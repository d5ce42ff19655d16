namespace Cds.Knowledge.Response;

/// <summary>From which amounts on disease counts as measurable (jsh-2023 Table 5), ends included.</summary>
internal static class MeasurableDisease
{
    private const decimal NormalRatioLow = 0.26m;
    private const decimal NormalRatioHigh = 1.65m;

    /// <summary>Whether a kappa/lambda ratio is normal (jsh-2023 Table 6), ends included.</summary>
    public static bool IsNormalRatio(decimal ratio) => ratio is >= NormalRatioLow and <= NormalRatioHigh;
}
