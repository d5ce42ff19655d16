namespace Cds.Knowledge.DerivedFacts;

/// <summary>Milligrams of dexamethasone planned or given in 28 days; unknown when it runs without a recorded dose.</summary>
internal sealed class DexamethasoneIn28Days() : DerivedFact("dexamethasone-28-days")
{
    public override IReadOnlyList<LimitGroup> Limits => LimitGroups.Doses;

    public override FactReading Read(PatientContext patient, FactTime at)
    {
        IReadOnlyList<string> drugs = patient.Knowledge.Roles.HighDoseDrugs;
        Finding running = patient.Therapy.Running(drugs);
        if (running.Truth == Truth.False) return Computed(patient, ValueRange.Exactly(0m), []);
        DateOnly today = patient.AsOf.Day;
        IReadOnlyList<DrugRecord> records = patient.Records.DrugRecords.Of(drugs);
        decimal planned = records
            .Where(r => r.End is not { } end || end.LatestDay >= today)
            .Select(r => HighDose.DexamethasoneIn28Days(r) ?? 0m).DefaultIfEmpty(0m).Max();
        decimal given = records
            .Where(r => r is { Source: DrugRecordSource.Administration, DoseUnit: "mg", Start: { } start } && start.EarliestDay > today.PlusDays(-DrugRecord.CountedDays))
            .Sum(r => r.DoseAmount ?? 0m);
        decimal total = Math.Max(planned, given);
        return total > 0m ? Computed(patient, ValueRange.Exactly(total), running.Basis) : FactReading.Unknown(Id);
    }
}
