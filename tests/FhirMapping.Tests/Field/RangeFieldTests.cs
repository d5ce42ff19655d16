using System.Globalization;
using Cds.FhirMapping.Numbers;
using Cds.FhirMapping.Ranges;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Reference ranges as real results have them, down to what they decide: the shared field cases, and our own of the same kinds.</summary>
public sealed class RangeFieldTests
{
    public static TheoryData<string> Shared => FieldTable.Ids("ranges.csv");

    public static TheoryData<string> Sent => FieldTable.Ids("own-sent-ranges.csv");

    public static TheoryData<string> InWords => FieldTable.Ids("own-ranges.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void The_limits_of_a_shared_case_decide_as_expected(string id) => Holds(FieldTable.Row("ranges.csv", id));

    [Theory]
    [MemberData(nameof(Sent))]
    public void The_limits_for_the_patient_decide(string id) => Holds(FieldTable.Row("own-sent-ranges.csv", id));

    [Theory]
    [MemberData(nameof(InWords))]
    public void A_range_in_words_gives_the_limits_for_the_patient(string id)
    {
        FieldRow row = FieldTable.Row("own-ranges.csv", id);
        Sex sex = row["sex"] switch { "male" => Sex.Male, "female" => Sex.Female, _ => Sex.Unknown };
        decimal? age = row["age"].Length > 0 ? Number(row["age"]) : null;
        FactDefinition fact = Reading.Knowledge.Facts[row["carrier"]];
        ReferenceTextReading reading = ReferenceText.Read(row["text"], sex, age, NumberContext.Of(fact, Reading.Knowledge.UnitSpellings), [fact.Unit!]);
        string said = reading.Outcome == ReferenceTextOutcome.Read ? $"{Number(reading.Low)}..{Number(reading.High)}{(reading.Unit is null ? "" : " " + reading.Unit)}" : reading.Outcome.ToString();
        Assert.Equal($"{id}: {row["expected"]}", $"{id}: {said}");
    }

    private static void Holds(FieldRow row)
    {
        string range = row["range"].Length > 0 ? $",\"referenceRange\":{row["range"]}" : "";
        string patient = $$"""{"resourceType":"Patient","id":"p1","gender":"{{(row["patient"].Length > 0 ? row["patient"] : "male")}}","birthDate":"1970-03-02"}""";
        string sent = Fhir.Observation(Fhir.Concept(Fhir.FactSystem, row["carrier"]), $"\"valueQuantity\":{{\"value\":{row["value"]},\"unit\":\"{row["unit"]}\"}}{range}", "x");
        PatientFacts facts = Reading.Of(patient, sent).Facts!;
        var context = new PatientContext(Reading.Knowledge, facts, AsOf.EndOf(new DateOnly(2026, 11, 20)), new HashSet<string>());
        (FactLimit criterion, string beyond) = What(row["carrier"]);
        Finding finding = criterion.Evaluate(context);
        Assert.Equal($"{row["id"]}: {row["expected"]}", $"{row["id"]}: {finding.Truth switch { Truth.True => beyond, Truth.False => "within", _ => "unknown" }}");
        string comment = Assert.Single(finding.Basis).Comment!.En;
        bool isOwn = comment.Contains("of the result:", StringComparison.Ordinal);
        bool isUnreadable = comment.Contains("could not be read", StringComparison.Ordinal);
        // Which limit was used, and why: the basis and the notes say the same.
        Assert.True(row["note"] == "yes" ? isUnreadable : isUnreadable == false && isOwn == (range.Length > 0), $"{row["id"]}: {comment}");
        Assert.Equal(isUnreadable, facts.Notes.Any(n => n.Resource == "Observation/x" && n.Text.En.Contains("reference range", StringComparison.Ordinal)));
    }

    /// <summary>What decides, as the README of the field cases has it.</summary>
    private static (FactLimit Criterion, string Beyond) What(string fact) => fact switch
    {
        "ldh" => (new FactLimit(fact, FactTime.Current, true, 0m, 1m), "above"),
        "calcium" => (new FactLimit(fact, FactTime.Current, true, 1m, 1m), "above"),
        "hemoglobin" => (new FactLimit(fact, FactTime.Current, false, 2m, 1m), "below"),
        "alt" => (new FactLimit(fact, FactTime.Current, true, 0m, 3m), "above"),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Say what decides for this fact."),
    };

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Number(decimal? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
