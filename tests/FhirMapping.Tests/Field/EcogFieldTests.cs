using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>ECOG grades as records write them: answer codes of LOINC, SNOMED CT and the NCI Thesaurus, numbers and words.</summary>
public sealed class EcogFieldTests
{
    public static TheoryData<string, string, string, string, string, string> Rows() =>
        new(CodedFieldTable.Read("ecog").Select(r => (r["id"], r["text"], r["system"], r["code"], r["sent"], r["expected"])));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_grade_is_read(string id, string text, string system, string code, string sent, string expected)
    {
        Assert.NotEmpty(id);
        string value = sent.Length > 0 ? sent.Trim()[1..^1] : code.Length > 0 ? $"\"valueCodeableConcept\":{CodedFieldTable.Concept(text, system, code)}" : $"\"valueString\":\"{text}\"";
        PatientFacts facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "89247-1"), value));
        if (expected == "not-used") facts.KnowsNothingOf("ecog");
        else Assert.Equal(expected, facts.Number("ecog"));
    }
}
