using System.Text.Json;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Numbers as real records have them, sent as Observations and read to facts: the shared field cases, and our own of the same kinds.</summary>
public sealed class NumberFieldTests
{
    public static TheoryData<string> Shared => FieldTable.Ids("numbers.csv");

    public static TheoryData<string> Own => FieldTable.Ids("own-numbers.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_case_is_read_as_expected(string id)
    {
        FieldRow row = FieldTable.Row("numbers.csv", id);
        string value = row["text"].Length > 0
            ? $"\"valueString\":{JsonSerializer.Serialize(row["text"])}"
            : $"\"valueQuantity\":{{\"value\":{row["value"]},\"unit\":{JsonSerializer.Serialize(row["unit"])}}}";
        PatientFacts facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.FactSystem, row["carrier"]), value, "x"));
        FieldResult.Is(row["expected"], FieldResult.Observed(facts, row["carrier"]), id + " " + row["text"]);
        FieldNotes.Hold(row, facts);
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void A_number_in_a_text_is_read_as_expected(string id)
    {
        FieldRow row = FieldTable.Row("own-numbers.csv", id);
        PatientFacts facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.FactSystem, row["carrier"]), $"\"valueString\":{JsonSerializer.Serialize(row["text"])}", "x"));
        FieldResult.Is(row["expected"], FieldResult.Observed(facts, row["carrier"]), id + " " + row["text"]);
        // A number that is not used never goes without a word.
        Assert.Equal(row["expected"] == FieldResult.NotUsed, facts.Notes.Count > 0);
    }
}
