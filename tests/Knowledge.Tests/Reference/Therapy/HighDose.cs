using Cds.Knowledge.Computations;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Doses that change what a record means.</summary>
internal static class HighDose
{
    /// <summary>Whether a plan adds up to high-dose dexamethasone, for a drug of which a high dose is treatment of its own.</summary>
    public static bool IsHighDosePlanned(LineLimits limits, DrugRecord record) => limits.HighDoseDexamethasone.IsMetBy(DexamethasoneIn28Days(record));

    /// <summary>Whether a single dose is one of so many within 28 days that they add up to high-dose dexamethasone.</summary>
    public static bool IsOneOfHighDoses(LineLimits limits, DrugRecord record, IReadOnlyList<DrugRecord> records)
    {
        if (!IsSingleDose(record)) return false;
        DateOnly day = record.Start!.Value.EarliestDay;
        DrugRecord[] doses = [.. records.Where(IsSingleDose)];
        return doses.Select(d => d.Start!.Value.EarliestDay)
            .Where(first => first <= day && day < first.PlusDays(DrugRecord.CountedDays))
            .Any(first => limits.HighDoseDexamethasone.IsMetBy(
                doses.Where(d => d.Start!.Value.EarliestDay >= first && d.Start.Value.EarliestDay < first.PlusDays(DrugRecord.CountedDays)).Sum(d => d.DoseAmount!.Value)));
    }

    private static bool IsSingleDose(DrugRecord record) =>
        record is { Source: DrugRecordSource.Administration, Start.IsOneDay: true, DoseAmount: not null, DoseUnit: "mg" };

    /// <summary>Milligrams of dexamethasone planned in 28 days; null when dose or timing is not recorded in mg.</summary>
    public static decimal? DexamethasoneIn28Days(DrugRecord record) =>
        record is { DoseAmount: { } amount, DoseUnit: "mg", DosesPer28Days: { } doses } ? amount * doses : null;

    public static bool IsMelphalanConditioning(LineLimits limits, DrugRecord record) =>
        record is { DoseAmount: { } amount, DoseUnit: "mg/m2" } && limits.ConditioningMelphalan.IsMetBy(amount);
}
