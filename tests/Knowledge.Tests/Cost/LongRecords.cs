using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Tests.Evaluation;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Cost;

/// <summary>Patients with very many records of one kind.</summary>
internal static class LongRecords
{
    private static readonly string[] Drugs = ["bortezomib", "lenalidomide", "dexamethasone", "acyclovir", "aspirin"];
    private static readonly string[] Facts = ["m-protein-serum", "flc-kappa", "flc-lambda", "creatinine", "hemoglobin", "calcium", "albumin"];

    public static IReadOnlyList<string> Kinds { get; } =
        ["administrations", "doses of dexamethasone", "active orders", "courses", "conditions", "results", "results of one day", "procedures", "allergies", "services", "unidentified", "notes"];

    public static PatientFacts Of(string kind, int count)
    {
        PatientFacts patient = Build.Myeloma();
        return kind switch
        {
            "administrations" => patient with { DrugRecords = Many(count, i => Dose(Drugs[i % Drugs.Length], i, count)) },
            "doses of dexamethasone" => patient with { DrugRecords = Many(count, i => Dose("dexamethasone", i, count)) },
            "active orders" => patient with { DrugRecords = Many(count, i => new DrugRecord(Drugs[i % Drugs.Length], DrugRecordSource.Request, DrugRecordStatus.Active, $"MedicationRequest/{i}") { Start = Day(i, count) }) },
            "courses" => patient with { DrugRecords = Many(count, i => new DrugRecord(Drugs[i % 2], DrugRecordSource.Statement, DrugRecordStatus.Ended, $"MedicationStatement/{i}") { Start = Day(i * 4, count), End = Day(i * 4, count) }) },
            "conditions" => patient with { Conditions = Many(count, i => new RecordedCondition("multiple-myeloma", true, $"Condition/{i}") { Since = Day(i, count) }) },
            "results" => patient with { Observations = Many(count, i => Result(Facts[i % Facts.Length], i, Day(i, count))) },
            "results of one day" => patient with { Observations = Many(count, i => Result(Facts[i % Facts.Length], i, ClinicalDate.OnDay(Build.Day(1)))) },
            "procedures" => patient with { Procedures = Many(count, i => new RecordedProcedure("autologous-transplant", Day(i, count), $"Procedure/{i}")) },
            "allergies" => patient with { Allergies = Many(count, i => new RecordedAllergy("aspirin", Day(i, count), $"AllergyIntolerance/{i}")) },
            "services" => patient with { OrderedServices = Many(count, i => new OrderedService("creatinine", Day(i, count), $"ServiceRequest/{i}")) },
            "unidentified" => patient with { Unidentified = Many(count, i => new UnidentifiedRecord(RecordedHistory.Medications, $"MedicationRequest/{i}") { Since = Day(i, count) }) },
            "notes" => patient with { Notes = Many(count, i => new Note(NoteSeverity.Warning, $"Observation/{i}", new LocalizedText("cannot be read", "読み取れない"))) },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Add the new kind of record."),
        };
    }

    private static T[] Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static DrugRecord Dose(string drug, int number, int count) =>
        new(drug, DrugRecordSource.Administration, DrugRecordStatus.Ended, $"MedicationAdministration/{number}") { Start = Day(number, count), DoseAmount = 20m, DoseUnit = "mg" };

    private static ObservedFact Result(string fact, int number, ClinicalDate day) => new(fact, new QuantityValue(ValueRange.Exactly(1m + number % 9 * 0.1m)), day, $"Observation/{number}");

    private static ClinicalDate Day(int number, int count) => ClinicalDate.OnDay(Build.Today.Day.PlusDays((number - count) / 4));
}
