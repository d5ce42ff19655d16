using Cds.Knowledge.Patients;

namespace Cds.Knowledge.Therapy;

/// <summary>Doses that change what a record means.</summary>
internal static class HighDose
{
    /// <summary>
    /// 480 mg of dexamethasone in 28 days: high-dose dexamethasone (Palumbo 2008, cited by jsh-2023 MM-6 CQ5).
    /// </summary>
    public const decimal DexamethasoneMilligramsIn28Days = 480m;

    private const int WindowDays = 28;

    /// <summary>
    /// From 100 mg/m2 on melphalan is conditioning (200 mg/m2, reduced to 140: jsh-2023 algorithm text), never an oral regimen dose.
    /// </summary>
    private const decimal MelphalanMilligramsPerSquareMetre = 100m;

    /// <summary>Whether a plan adds up to high-dose dexamethasone, for a drug of which a high dose is treatment of its own.</summary>
    public static bool IsHighDosePlanned(DrugRecord record) =>
        DexamethasoneIn28Days(record) is { } total && total >= DexamethasoneMilligramsIn28Days;

    /// <summary>Whether a single dose is one of so many within 28 days that they add up to high-dose dexamethasone.</summary>
    public static bool IsOneOfHighDoses(DrugRecord record, IReadOnlyList<DrugRecord> records)
    {
        if (!IsSingleDose(record)) return false;
        DateOnly day = record.Start!.Value.EarliestDay;
        DrugRecord[] doses = [.. records.Where(IsSingleDose)];
        return doses.Select(d => d.Start!.Value.EarliestDay)
            .Where(first => first <= day && day < first.AddDays(WindowDays))
            .Any(first => doses.Where(d => d.Start!.Value.EarliestDay >= first && d.Start.Value.EarliestDay < first.AddDays(WindowDays)).Sum(d => d.DoseAmount!.Value) >= DexamethasoneMilligramsIn28Days);
    }

    private static bool IsSingleDose(DrugRecord record) =>
        record is { Source: DrugRecordSource.Administration, Start.IsOneDay: true, DoseAmount: not null, DoseUnit: "mg" };

    /// <summary>Milligrams of dexamethasone planned in 28 days; null when dose or timing is not recorded in mg.</summary>
    public static decimal? DexamethasoneIn28Days(DrugRecord record) =>
        record is { DoseAmount: { } amount, DoseUnit: "mg", DosesPer28Days: { } doses } ? amount * doses : null;

    public static bool IsMelphalanConditioning(DrugRecord record) =>
        record is { DoseAmount: { } amount, DoseUnit: "mg/m2" } && amount >= MelphalanMilligramsPerSquareMetre;
}
