namespace Cds.Knowledge.Therapy;

/// <summary>Doses that change what a record means.</summary>
internal static class HighDose
{
    /// <summary>Whether a plan adds up to high-dose dexamethasone, for a drug of which a high dose is treatment of its own.</summary>
    public static bool IsHighDosePlanned(LineLimits limits, DrugRecord record) => limits.HighDoseDexamethasone.IsMetBy(DexamethasoneIn28Days(record));

    /// <summary>Whether a record is of one dose in milligrams on one day.</summary>
    public static bool IsSingleDose(DrugRecord record) =>
        record is { Source: DrugRecordSource.Administration, Start.IsOneDay: true, DoseAmount: not null, DoseUnit: "mg" };

    /// <summary>Milligrams of dexamethasone planned in 28 days; null when dose or timing is not recorded in mg.</summary>
    public static decimal? DexamethasoneIn28Days(DrugRecord record) =>
        record is { DoseAmount: { } amount, DoseUnit: "mg", DosesPer28Days: { } doses } ? amount * doses : null;

    public static bool IsMelphalanConditioning(LineLimits limits, DrugRecord record) =>
        record is { DoseAmount: { } amount, DoseUnit: "mg/m2" } && limits.ConditioningMelphalan.IsMetBy(amount);
}
