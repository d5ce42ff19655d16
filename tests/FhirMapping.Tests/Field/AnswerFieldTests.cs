using System.Text.Json;
using Cds.Knowledge.Facts;
using Cds.Knowledge.Patients;
using Cds.Knowledge.Values;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>What real results say in words, sent as Observations and read to facts (<c>answers.csv</c>, and our own of the same kinds).</summary>
public sealed class AnswerFieldTests
{
    public static TheoryData<string> Shared => FieldTable.Ids("answers.csv");

    public static TheoryData<string> Own => FieldTable.Ids("own-answers.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_answer_says_of_the_fact_what_a_reader_would_say(string id) => Holds(FieldTable.Row("answers.csv", id));

    [Theory]
    [MemberData(nameof(Own))]
    public void An_answer_says_of_the_fact_what_a_reader_would_say(string id) => Holds(FieldTable.Row("own-answers.csv", id));

    private static void Holds(FieldRow row)
    {
        string code = row["code"].Length > 0 ? Fhir.Concept(Fhir.Loinc, row["code"]) : Fhir.Concept(Fhir.FactSystem, row["carrier"]);
        PatientFacts facts = Reading.Facts(Fhir.Observation(code, Value(row), "x"));
        Assert.Contains(Said(facts, row["carrier"]), row["expected"].Split('|').SelectMany(Accepted));
        FieldNotes.Hold(row, facts);
    }

    private static string Value(FieldRow row)
    {
        string text = JsonSerializer.Serialize(row["text"]);
        return row["form"] switch
        {
            "" => $"\"valueString\":{text}",
            "concept" => $"\"valueCodeableConcept\":{{\"text\":{text}}}",
            "display" => $"\"valueCodeableConcept\":{{\"coding\":[{{\"system\":\"https://hospital.example.jp/codes\",\"code\":\"k1\",\"display\":{text}}}]}}",
            var code => $"\"valueCodeableConcept\":{CodedFieldTable.Concept("", code.Split(':')[1], code.Split(':')[2])}",
        };
    }

    /// <summary>Present without a number is at least one finding, whatever more the words say.</summary>
    private static string[] Accepted(string expected) => expected == "present" ? ["present", "present:1"] : [expected];

    private static string Said(PatientFacts facts, string fact) => facts.Observations.SingleOrDefault(o => o.FactId == fact)?.Value switch
    {
        null => "unknown",
        PresenceValue presence => presence.Present ? "present" : "absent",
        QuantityValue { Range.Exact: 0m } => "absent",
        QuantityValue { Range.Exact: { } count } => $"present:{count}",
        QuantityValue quantity => quantity.Range.IsAtLeast(1m) == Truth.True ? "present" : "unknown",
        var value => value.ToString(),
    };
}
