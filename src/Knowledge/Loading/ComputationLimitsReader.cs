using Cds.Knowledge.Computations;

namespace Cds.Knowledge.Loading;

/// <summary>Binds the limits of <c>computations/*.yaml</c> to the computations that use them.</summary>
internal static class ComputationLimitsReader
{
    public static ComputationLimits Read(LimitBook book) => new() { Response = Response(new LimitPart(book, "response")) };

    private static ResponseLimits Response(LimitPart limits) => new()
    {
        MeasurableSerum = limits.Threshold("measurable-serum-protein", "g/dL"),
        MeasurableUrine = limits.Threshold("measurable-urine-protein", "mg/(24.h)"),
        MeasurableLightChain = limits.Threshold("measurable-light-chain", "mg/L"),
        JudgedMarrow = limits.Threshold("judged-marrow-plasma-cells", "%"),
        CompleteMarrow = limits.Threshold("complete-response-marrow", "%"),
        VeryGoodPartialFall = limits.Share("very-good-partial-response-fall"),
        VeryGoodPartialUrine = limits.Threshold("very-good-partial-response-urine", "mg/(24.h)"),
        PartialFall = limits.Share("partial-response-fall"),
        PartialUrineFall = limits.Share("partial-response-urine-fall"),
        PartialUrine = limits.Threshold("partial-response-urine", "mg/(24.h)"),
        PartialShrinkage = limits.Share("partial-response-shrinkage"),
        MinorFall = limits.Share("minor-response-fall"),
        MinorUrineFall = limits.Share("minor-response-urine-fall"),
        MinorShrinkage = limits.Share("minor-response-shrinkage"),
        BaselineDays = limits.Days("response-baseline"),
        NewestDays = limits.Days("response-newest-assessment"),
        MarrowAndImagingDays = limits.Days("response-marrow-and-imaging"),
    };
}
