using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Reference;

/// <summary>Changes a patient at random, but the same way for the same seed: data left out, moved in time, changed, taken over from another patient.</summary>
internal sealed class PatientMutation(Random random, IReadOnlyList<ReferencePatient> donors)
{
    private static readonly string[] Conditions = [.. Shipped.Knowledge.Conditions.Keys.Order(StringComparer.Ordinal)];
    private static readonly string[] Drugs = [.. Shipped.Knowledge.Drugs.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The patient with one to five changes.</summary>
    public ReferencePatient Of(ReferencePatient patient)
    {
        PatientFacts facts = patient.Facts;
        int changes = random.Next(1, 6);
        for (int i = 0; i < changes; i++) facts = Changed(facts, donors[random.Next(donors.Count)].Facts);
        return patient with { Facts = facts };
    }

    private PatientFacts Changed(PatientFacts facts, PatientFacts donor) => random.Next(16) switch
    {
        0 => facts with { Observations = Without(facts.Observations) },
        1 => facts with { Observations = One(facts.Observations, Moved) },
        2 => facts with { Observations = One(facts.Observations, Scaled) },
        3 => facts with { Observations = [.. facts.Observations, .. donor.Observations] },
        4 => facts with { DrugRecords = Without(facts.DrugRecords) },
        5 => facts with { DrugRecords = One(facts.DrugRecords, record => record with { Start = Moved(record.Start), End = random.Next(3) == 0 ? null : Moved(record.End) }) },
        6 => facts with { DrugRecords = One(facts.DrugRecords, record => record with { Status = (DrugRecordStatus)random.Next(3), DrugId = random.Next(2) == 0 ? Pick(Drugs) : record.DrugId }) },
        7 => facts with { DrugRecords = [.. facts.DrugRecords, .. donor.DrugRecords] },
        8 => facts with { Conditions = [.. facts.Conditions, new RecordedCondition(Pick(Conditions), random.Next(3) > 0, $"Condition/m{random.Next(99)}") { Since = Moved(ClinicalDate.OnDay(new DateOnly(2026, 6, 1))) }] },
        9 => facts with { Conditions = Without(facts.Conditions) },
        10 => facts with { Procedures = [.. facts.Procedures, .. donor.Procedures], Allergies = [.. facts.Allergies, .. donor.Allergies] },
        11 => facts with { KnownHistory = facts.KnownHistory & ~(RecordedHistory)(1 << random.Next(4)) },
        12 => facts with { Unidentified = [.. facts.Unidentified, new UnidentifiedRecord((RecordedHistory)(1 << random.Next(4)), "MedicationRequest/u") { MayBe = random.Next(2) == 0 ? [Pick(Drugs)] : [], MayBeCurrent = random.Next(2) == 0 }] },
        13 => facts with { DraftOrders = [.. facts.DraftOrders, new DraftOrder(Pick(Drugs), $"MedicationRequest/d{random.Next(9)}", random.Next(4) > 0) { DoseAmount = random.Next(3) == 0 ? null : random.Next(1, 60), DoseUnit = "mg" }] },
        14 => facts with { Sex = (Sex)random.Next(3), BirthDate = random.Next(3) == 0 ? null : ClinicalDate.OnDay(new DateOnly(random.Next(1930, 2000), 3, 4)) },
        _ => facts with { DrugRecords = [.. facts.DrugRecords, new DrugRecord(Pick(Drugs), (DrugRecordSource)random.Next(4), (DrugRecordStatus)random.Next(3), $"MedicationRequest/x{random.Next(99)}") { Start = Moved(ClinicalDate.OnDay(new DateOnly(2026, 6, 1))) }] },
    };

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private List<T> Without<T>(IReadOnlyList<T> items)
    {
        List<T> left = [.. items];
        if (left.Count > 0) left.RemoveAt(random.Next(left.Count));
        return left;
    }

    private List<T> One<T>(IReadOnlyList<T> items, Func<T, T> change)
    {
        List<T> changed = [.. items];
        if (changed.Count > 0) changed[random.Next(changed.Count)] = change(Pick(items));
        return changed;
    }

    private ObservedFact Moved(ObservedFact observed) => observed with { Date = Moved(observed.Date)!.Value };

    private ObservedFact Scaled(ObservedFact observed) => observed.Value is QuantityValue { Range.Exact: { } number }
        ? observed with { Value = new QuantityValue(ValueRange.Exactly(number * random.Next(1, 40) / 10m)) }
        : observed.Value is PresenceValue presence ? observed with { Value = new PresenceValue(!presence.Present) } : observed;

    private ClinicalDate? Moved(ClinicalDate? date) => date is not { } known ? null : random.Next(8) switch
    {
        0 => ClinicalDate.InMonth(known.EarliestDay.Year, known.EarliestDay.Month),
        1 => ClinicalDate.InYear(known.EarliestDay.Year),
        _ => ClinicalDate.OnDay(known.EarliestDay.PlusDays(random.Next(-400, 200))),
    };
}
