using System.Text.Json;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Terminology;

public sealed class LocalCodesTests
{
    private const string Map = """
        {"resourceType":"ConceptMap","status":"active","group":[
          {"source":"https://hospital.example.jp/fhir/CodeSystem/lab","target":"https://myeloma-cds.example.org/fhir/CodeSystem/fact",
           "element":[{"code":"L2353","target":[{"code":"creatinine","equivalence":"equivalent"}]},{"code":"L9","target":[{"equivalence":"unmatched"}]}]},
          {"source":"https://hospital.example.jp/fhir/CodeSystem/drug","target":"https://myeloma-cds.example.org/fhir/CodeSystem/drug",
           "element":[{"code":"D1","target":[{"code":"bortezomib","equivalence":"equivalent"}]}]}]}
        """;

    private const string Set = """
        {"resourceType":"ValueSet","id":"fact-albumin","status":"active","compose":{"include":[{"system":"https://hospital.example.jp/fhir/CodeSystem/lab","concept":[{"code":"L1"}]}]}}
        """;

    private static PatientFacts Facts(params string[] resources)
    {
        CodeMap codes = CodeMap.ReadEmbedded([new LocalCodeFile("map.json", Map), new LocalCodeFile("set.json", Set)], Reading.Knowledge);
        using JsonDocument document = JsonDocument.Parse(Reading.Bundle([Reading.Patient, .. resources]));
        return new PatientFactsReader(Reading.Knowledge, codes, Reading.Tokyo).ReadBundle(document.RootElement).Facts!;
    }

    [Fact]
    public void Codes_of_a_site_are_recognised_beside_the_embedded_ones()
    {
        Assert.Equal("0.9", Facts(Fhir.Observation(Fhir.Concept("https://hospital.example.jp/fhir/CodeSystem/lab", "L2353"), Fhir.Quantity("0.9", "mg/dL"))).Number("creatinine"));
        Assert.Equal("3.6", Facts(Fhir.Observation(Fhir.Concept("http://hospital.example.jp/fhir/CodeSystem/lab|2", "L1"), Fhir.Quantity("3.6", "g/dL"))).Number("albumin"));
        Assert.Equal("bortezomib", Assert.Single(Facts(Fhir.Medication("MedicationStatement", "active", Fhir.Concept("https://hospital.example.jp/fhir/CodeSystem/drug", "D1"))).DrugRecords).DrugId);
        Assert.Equal("3.6", Facts(Fhir.Lab("1751-7", "3.6", "g/dL")).Number("albumin"));
    }

    [Fact]
    public void Codes_that_the_site_did_not_map_stay_unknown() =>
        Assert.Empty(Facts(Fhir.Observation(Fhir.Concept("https://hospital.example.jp/fhir/CodeSystem/lab", "L9"), Fhir.Quantity("0.9", "mg/dL"))).Observations);

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("""{"resourceType":"Patient"}""", "neither a ValueSet nor a ConceptMap")]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-nothing"}""", "names nothing of the knowledge base")]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-albumin","compose":{"include":[{"concept":[{"code":"x"}]}]}}""", "without its system")]
    [InlineData("""{"resourceType":"ConceptMap","group":[{"source":"x","target":"http://loinc.org"}]}""", "none of the project's own systems")]
    [InlineData("""{"resourceType":"ConceptMap","group":[{"source":"x","target":"https://myeloma-cds.example.org/fhir/CodeSystem/fact","element":[{"code":"a","target":[{"code":"nothing"}]}]}]}""", "is no fact of the knowledge base")]
    public void Defects_are_listed_with_their_file(string json, string defect)
    {
        var exception = Assert.Throws<LocalCodeDefectsException>(() => CodeMap.ReadEmbedded([new LocalCodeFile("local.json", json)], Reading.Knowledge));
        Assert.Contains(exception.Defects, d => d.StartsWith("local.json: ", StringComparison.Ordinal) && d.Contains(defect, StringComparison.Ordinal));
    }
}
