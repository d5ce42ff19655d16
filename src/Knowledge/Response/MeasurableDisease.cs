namespace Cds.Knowledge.Response;

/// <summary>From which amounts on disease counts as measurable (jsh-2023 Table 5), ends included.</summary>
internal static class MeasurableDisease
{
    /// <summary>Serum M-protein, g/dL.</summary>
    public const decimal Serum = 1m;

    /// <summary>Urine M-protein, mg in 24 hours.</summary>
    public const decimal Urine = 200m;

    /// <summary>Involved free light chain, mg/L (10 mg/dL), with an abnormal ratio.</summary>
    public const decimal InvolvedLightChain = 100m;

    /// <summary>Days before the start of a line in which a value is its baseline (contract section 3.4).</summary>
    public const int BaselineDays = 90;

    private const decimal NormalRatioLow = 0.26m;
    private const decimal NormalRatioHigh = 1.65m;

    /// <summary>Whether a kappa/lambda ratio is normal (jsh-2023 Table 6), ends included.</summary>
    public static bool IsNormalRatio(decimal ratio) => ratio is >= NormalRatioLow and <= NormalRatioHigh;
}
