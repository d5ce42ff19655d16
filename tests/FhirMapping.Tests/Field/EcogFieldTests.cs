using System.Text.Json;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>ECOG grades as records write them: answer codes of LOINC, SNOMED CT and the NCI Thesaurus, numbers and words.</summary>
public sealed class EcogFieldTests
{
    public static TheoryData<string> Shared => FieldTable.Ids("ecog.csv");

    public static TheoryData<string> Own => FieldTable.Ids("own-ecog.csv");

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_grade_is_read(string id) => Holds(FieldTable.Row("ecog.csv", id));

    [Theory]
    [MemberData(nameof(Own))]
    public void A_grade_is_read(string id) => Holds(FieldTable.Row("own-ecog.csv", id));

    private static void Holds(FieldRow row)
    {
        string value = row["sent"].Length > 0 ? row["sent"].Trim()[1..^1]
            : row["code"].Length > 0 ? $"\"valueCodeableConcept\":{CodedFieldTable.Concept(row["text"], row["system"], row["code"])}"
            : $"\"valueString\":{JsonSerializer.Serialize(row["text"])}";
        PatientFacts facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "89247-1"), value, "x"));
        if (row["expected"] == FieldResult.NotUsed) facts.KnowsNothingOf("ecog");
        else Assert.Equal(row["expected"], facts.Number("ecog"));
        FieldNotes.Hold(row, facts);
    }
}
