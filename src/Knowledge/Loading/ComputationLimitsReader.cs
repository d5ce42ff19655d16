namespace Cds.Knowledge.Loading;

/// <summary>Binds the limits of <c>computations/*.yaml</c> to the computations that use them.</summary>
internal static class ComputationLimitsReader
{
    public static ComputationLimits Read(LimitBook book) => new()
    {
        Response = Response(new LimitPart(book, "response", LimitGroup.Response)),
        Progression = Progression(new LimitPart(book, "progression", LimitGroup.Progression)),
        LightChains = LightChains(new LimitPart(book, "light-chains", LimitGroup.LightChains)),
        ResidualDisease = ResidualDisease(new LimitPart(book, "mrd", LimitGroup.ResidualDisease)),
        Lines = Lines(group => new LimitPart(book, "lines", group)),
        Phase = Phase(group => new LimitPart(book, "phase", group)),
        RefractoryDays = new LimitPart(book, "refractory", LimitGroup.Refractory).Days("refractory-after-last-dose"),
        Derived = Derived(group => new LimitPart(book, "derived", group)),
        // Asked for last, when all are in the book.
        Groups = book.Groups,
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

    private static LineLimits Lines(Func<LimitGroup, LimitPart> limits) => new()
    {
        GapDays = limits(LimitGroup.Lines).Days("line-gap"),
        LongGapDays = limits(LimitGroup.Lines).Days("line-long-gap"),
        AfterTransplantDays = limits(LimitGroup.Lines).Days("line-after-transplant"),
        SameRegimenDays = limits(LimitGroup.Lines).Days("same-regimen"),
        ConditioningDays = limits(LimitGroup.Purpose).Days("conditioning-before-transplant"),
        ConditioningMelphalan = limits(LimitGroup.Purpose).Threshold("conditioning-melphalan", "mg/m2"),
        MobilisationDays = limits(LimitGroup.Purpose).Days("mobilisation-before-harvest"),
        LymphodepletionDays = limits(LimitGroup.Purpose).Days("lymphodepletion-before-infusion"),
        HighDoseDexamethasone = limits(LimitGroup.Lines).Threshold("high-dose-dexamethasone", "mg"),
        ForgottenOrderDays = limits(LimitGroup.Running).Days("forgotten-order"),
    };

    private static PhaseLimits Phase(Func<LimitGroup, LimitPart> limits) => new()
    {
        OffTreatmentDays = limits(LimitGroup.Phase).Days("off-treatment-after"),
        CycleDays = limits(LimitGroup.Running).Days("usual-cycle"),
        StagingNewsDays = limits(LimitGroup.StagingNews).Days("staging-news"),
    };

    private static DerivedLimits Derived(Func<LimitGroup, LimitPart> limits) => new()
    {
        CorrectionAlbumin = limits(LimitGroup.CorrectedCalcium).Amount("correction-albumin", "g/dL"),
        CreatinineRiseDays = limits(LimitGroup.CreatinineRise).Days("creatinine-rise-window"),
        ClearanceOutdatedRise = limits(LimitGroup.Clearance).Share("clearance-outdated-rise"),
        ClearanceCreatinineDays = limits(LimitGroup.Clearance).Days("clearance-creatinine"),
        FastRiseTimes = limits(LimitGroup.FastRise).Threshold("fast-rise-times", null),
        FastRiseAmount = limits(LimitGroup.FastRise).Threshold("fast-rise-amount", "g/dL"),
        FastRiseUrine = limits(LimitGroup.FastRise).Threshold("fast-rise-urine", "mg/(24.h)"),
        FastRiseLightChain = limits(LimitGroup.FastRise).Threshold("fast-rise-light-chain", "mg/L"),
        FastRiseDays = limits(LimitGroup.FastRise).Days("fast-rise-within"),
        EvolvingEarlyRise = limits(LimitGroup.Evolving).Share("evolving-m-protein-early-rise"),
        EvolvingEarlyMonths = limits(LimitGroup.Evolving).Months("evolving-m-protein-early"),
        EvolvingRise = limits(LimitGroup.Evolving).Share("evolving-m-protein-rise"),
        EvolvingHemoglobinFall = limits(LimitGroup.Evolving).Threshold("evolving-hemoglobin-fall", "g/dL"),
        EvolvingMonths = limits(LimitGroup.Evolving).Months("evolving-within"),
        DiagnosisDays = limits(LimitGroup.Evolving).Days("evolving-diagnosis"),
    };
}
