using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Content;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Evaluation;

/// <summary>Builds patients for tests.</summary>
internal static class Build
{
    public static AsOf Today { get; } = AsOf.EndOf(new DateOnly(2026, 11, 20));

    public static DateOnly Day(int daysAgo) => Today.Day.AddDays(-daysAgo);

    public static PatientFacts Myeloma(params ObservedFact[] observations) => new()
    {
        Subject = "Patient/test",
        BirthDate = ClinicalDate.OnDay(new DateOnly(1960, 5, 1)),
        Sex = Sex.Female,
        Conditions = [new RecordedCondition("multiple-myeloma", true, "Condition/mm") { Since = ClinicalDate.OnDay(Day(20)) }],
        Observations = observations,
    };

    public static ObservedFact Quantity(string fact, decimal value, int daysAgo = 5) =>
        new(fact, new QuantityValue(ValueRange.Exactly(value)), ClinicalDate.OnDay(Day(daysAgo)), $"Observation/{fact}-{daysAgo}");

    public static ObservedFact Presence(string fact, bool present, int daysAgo = 5) =>
        new(fact, new PresenceValue(present), ClinicalDate.OnDay(Day(daysAgo)), $"Observation/{fact}-{daysAgo}");

    public static Assessment Assess(PatientFacts patient) => new Assessor(Shipped.Knowledge).Assess(patient, Today);

    public static PatientContext Context(PatientFacts patient) => new(Shipped.Knowledge, patient, Today, new HashSet<string>());
}
