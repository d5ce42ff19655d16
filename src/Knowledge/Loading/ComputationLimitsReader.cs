using Cds.Knowledge.Computations;

namespace Cds.Knowledge.Loading;

/// <summary>Binds the limits of <c>computations/*.yaml</c> to the computations that use them.</summary>
internal static class ComputationLimitsReader
{
    public static ComputationLimits Read(LimitBook book) => new()
    {
        Response = Response(new LimitPart(book, "response")),
        Progression = Progression(new LimitPart(book, "progression")),
        LightChains = LightChains(new LimitPart(book, "light-chains")),
        ResidualDisease = ResidualDisease(new LimitPart(book, "mrd")),
        Lines = Lines(new LimitPart(book, "lines")),
        Phase = Phase(new LimitPart(book, "phase")),
        RefractoryDays = new LimitPart(book, "refractory").Days("refractory-after-last-dose"),
        Derived = Derived(new LimitPart(book, "derived")),
    };

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

    private static ProgressionLimits Progression(LimitPart limits) => new()
    {
        Rise = limits.Share("progression-rise"),
        SerumRise = limits.Threshold("progression-serum-rise", "g/dL"),
        LargeSerumBaseline = limits.Threshold("progression-large-serum-baseline", "g/dL"),
        LargeSerumRise = limits.Threshold("progression-large-serum-rise", "g/dL"),
        UrineRise = limits.Threshold("progression-urine-rise", "mg/(24.h)"),
        LightChain = limits.Threshold("progression-light-chain", "mg/L"),
        LightChainEscape = limits.Threshold("light-chain-escape-rise", "mg/L"),
        MarrowRise = limits.Threshold("progression-marrow-rise", "%"),
        PlasmacytomaGrowth = limits.Share("progression-plasmacytoma-growth"),
        Calcium = limits.Threshold("progression-calcium", "mg/dL"),
    };

    private static LightChainLimits LightChains(LimitPart limits) => new()
    {
        RatioLower = limits.Amount("flc-ratio-lower", null),
        RatioUpper = limits.Amount("flc-ratio-upper", null),
    };

    private static ResidualDiseaseLimits ResidualDisease(LimitPart limits) => new()
    {
        Sensitivity = limits.Threshold("mrd-sensitivity", null),
        SustainedYears = limits.Years("mrd-sustained"),
        ImagingDays = limits.Days("mrd-imaging"),
    };

    private static LineLimits Lines(LimitPart limits) => new()
    {
        GapDays = limits.Days("line-gap"),
        LongGapDays = limits.Days("line-long-gap"),
        AfterTransplantDays = limits.Days("line-after-transplant"),
        SameRegimenDays = limits.Days("same-regimen"),
        ConditioningDays = limits.Days("conditioning-before-transplant"),
        ConditioningMelphalan = limits.Threshold("conditioning-melphalan", "mg/m2"),
        MobilisationDays = limits.Days("mobilisation-before-harvest"),
        LymphodepletionDays = limits.Days("lymphodepletion-before-infusion"),
        HighDoseDexamethasone = limits.Threshold("high-dose-dexamethasone", "mg"),
        ForgottenOrderDays = limits.Days("forgotten-order"),
    };

    private static PhaseLimits Phase(LimitPart limits) => new()
    {
        OffTreatmentDays = limits.Days("off-treatment-after"),
        CycleDays = limits.Days("usual-cycle"),
        StagingNewsDays = limits.Days("staging-news"),
    };

    private static DerivedLimits Derived(LimitPart limits) => new()
    {
        CorrectionAlbumin = limits.Amount("correction-albumin", "g/dL"),
        CreatinineRiseDays = limits.Days("creatinine-rise-window"),
        ClearanceOutdatedRise = limits.Share("clearance-outdated-rise"),
        ClearanceCreatinineDays = limits.Days("clearance-creatinine"),
        FastRiseTimes = limits.Threshold("fast-rise-times", null),
        FastRiseAmount = limits.Threshold("fast-rise-amount", "g/dL"),
        FastRiseUrine = limits.Threshold("fast-rise-urine", "mg/(24.h)"),
        FastRiseLightChain = limits.Threshold("fast-rise-light-chain", "mg/L"),
        FastRiseDays = limits.Days("fast-rise-within"),
        EvolvingEarlyRise = limits.Share("evolving-m-protein-early-rise"),
        EvolvingEarlyMonths = limits.Months("evolving-m-protein-early"),
        EvolvingRise = limits.Share("evolving-m-protein-rise"),
        EvolvingHemoglobinFall = limits.Threshold("evolving-hemoglobin-fall", "g/dL"),
        EvolvingMonths = limits.Months("evolving-within"),
        DiagnosisDays = limits.Days("evolving-diagnosis"),
    };
}
