namespace Cds.Knowledge.Criteria;

/// <summary>Every kind of criterion. The set is closed: a kind is one file and one line here.</summary>
internal static class CriterionKinds
{
    /// <summary>In the order of the authoring reference; a mapping is of the first kind whose member it has.</summary>
    public static IReadOnlyList<CriterionKind> All { get; } =
    [
        AllOf.Kind,
        AnyOf.Kind,
        NoneOf.Kind,
        NoneOf.NotKind,
        AtLeast.Kind,
        Proven.Kind,
        Unsettled.Kind,
        Always.Kind,
        FactTests.Kind,
        ConditionRecorded.Kind,
        ProcedureDone.Kind,
        AllergyRecorded.Kind,
        OnDrug.Kind,
        OnDrugOfClass.Kind,
        GivenDrug.Kind,
        ExposedTo.Kind,
        GivenTogether.Kind,
        RefractoryTo.Kind,
        ConclusionTests.Kind,
        SexIs.Kind,
        SettingIs.Kind,
        Approved.Kind,
        OffLabel.Kind,
        InJurisdiction.Kind,
        ForMaintenance.Kind,
        SharedCriterion.Kind,
        Ordering.Kind,
        OrderingClass.Kind,
        OrderingDuplicate.Kind,
        OrderingRefractory.Kind,
        OrderingUnsuitable.Kind,
        OrderingAllergen.Kind,
        DoseOutsideRegimen.Kind,
        DosedTooOften.Kind,
        Drafted.Kind,
    ];
}
