using System.Text;
using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Loading;
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
        byte[] document = Encoding.UTF8.GetBytes(Reading.Bundle([Reading.Patient, .. resources]));
        return new PatientFactsReader(Reading.Knowledge, codes, Reading.Tokyo).ReadBundle(document, TestContext.Current.CancellationToken).Facts!;
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
    [InlineData("{\n\"resourceType\": ValueSet }", "local.json:2: no JSON")]
    [InlineData("""{"resourceType":"Patient"}""", "local.json: $.resourceType: neither a ValueSet nor a ConceptMap")]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-nothing"}""", "local.json: $.id: 'fact-nothing' names nothing of the knowledge base")]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-albumin"}""", "local.json: $.compose: names no code")]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-albumin","compose":{"include":[{"concept":[{"code":"x"}]}]}}""", "local.json: $.compose.include[0].concept[0]: a code without its system")]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-albumin","compose":{"include":[{"system":"x","filter":[{"property":"concept","op":"is-a","value":"x"}]}]}}""", "local.json: $.compose.include[0].filter: filters are not supported")]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-albumin","compose":{"extension":[{"url":"https://myeloma-cds.example.org/fhir/StructureDefinition/recognised-prefix","extension":[{"url":"prefix","valueString":"x"}]}],"include":[{"system":"x","concept":[{"code":"x"}]}]}}""", "local.json: $.compose.extension: rules for further codes are not supported")]
    [InlineData("""{"resourceType":"ValueSet","id":"value-ecog.often","compose":{"include":[{"system":"x","concept":[{"code":"y"}]}]}}""", "local.json: $.id: 'value-ecog.often' names nothing")]
    [InlineData("""{"resourceType":"ConceptMap","group":[{"source":"x","target":"http://loinc.org"}]}""", "local.json: $.group[0].target: 'http://loinc.org' is none of the project's own systems")]
    [InlineData("""{"resourceType":"ConceptMap","group":[{"source":"x","target":"https://myeloma-cds.example.org/fhir/CodeSystem/fact","element":[{"code":"a","target":[{"code":"albumin"}]},{"code":"b","target":[{"code":"nothing"}]}]}]}""", "local.json: $.group[0].element[1].target[0].code: 'nothing' is no fact of the knowledge base")]
    [InlineData("""{"resourceType":"ConceptMap","group":[{"source":"x","target":"https://myeloma-cds.example.org/fhir/CodeSystem/drug","element":[{"code":"a","target":[{"code":"nothing"}]}]}]}""", "local.json: $.group[0].element[0].target[0].code: 'nothing' is no drug of the knowledge base")]
    [InlineData("""{"resourceType":"ValueSet","id":"fact-calcium","compose":{"include":[{"system":"http://loinc.org","concept":[{"code":"1751-7"}]}]}}""", "local.json: $.compose.include[0].concept[0]: '1751-7' of http://loinc.org stands for 'albumin' already")]
    public void Defects_are_listed_with_file_and_place(string json, string defect)
    {
        var exception = Assert.Throws<LocalCodeDefectsException>(() => CodeMap.ReadEmbedded([new LocalCodeFile("local.json", json)], Reading.Knowledge));
        Assert.StartsWith(defect, Assert.Single(exception.Defects).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_two_files_map_to_different_measurements_is_refused()
    {
        const string Other = """{"resourceType":"ValueSet","id":"fact-hemoglobin","compose":{"include":[{"system":"https://hospital.example.jp/fhir/CodeSystem/lab","concept":[{"code":"L1"}]}]}}""";
        var exception = Assert.Throws<LocalCodeDefectsException>(() => CodeMap.ReadEmbedded([new LocalCodeFile("a.json", Set), new LocalCodeFile("b.json", Other)], Reading.Knowledge));
        Assert.Equal(["a.json", "b.json"], exception.Defects.Select(d => d.File));
    }

    [Fact]
    public void A_code_may_stand_for_two_findings_at_once()
    {
        const string One = """{"resourceType":"ValueSet","id":"fact-plasmacytoma","compose":{"include":[{"system":"https://hospital.example.jp/fhir/CodeSystem/finding","concept":[{"code":"F1"}]}]}}""";
        CodeMap codes = CodeMap.ReadEmbedded([new LocalCodeFile("a.json", One), new LocalCodeFile("b.json", One.Replace("fact-plasmacytoma", "fact-extramedullary-disease", StringComparison.Ordinal))], Reading.Knowledge);
        Assert.Equal(2, codes.LocalCodeCount);
    }

    [Fact]
    public void A_local_code_for_a_fish_panel_is_read_like_any_other()
    {
        const string Test = """{"resourceType":"ValueSet","id":"test-cytogenetics","compose":{"include":[{"system":"https://hospital.example.jp/fhir/CodeSystem/lab","concept":[{"code":"FISH"}]}]}}""";
        CodeMap codes = CodeMap.ReadEmbedded([new LocalCodeFile("a.json", Test)], Reading.Knowledge);
        byte[] document = Encoding.UTF8.GetBytes(Reading.Bundle(Reading.Patient, Fhir.Observation(Fhir.Concept("https://hospital.example.jp/fhir/CodeSystem/lab", "FISH"), "\"valueString\":\"t(4;14) 陽性\"")));
        PatientFacts facts = new PatientFactsReader(Reading.Knowledge, codes, Reading.Tokyo).ReadBundle(document, TestContext.Current.CancellationToken).Facts!;
        Assert.Equal("t-4-14", Assert.Single(facts.Observations).FactId);
    }

    [Fact]
    public void Observations_of_a_site_s_own_systems_are_asked_for_as_a_whole_and_those_of_searchable_systems_by_code()
    {
        const string Loinc = """{"resourceType":"ValueSet","id":"fact-albumin","compose":{"include":[{"system":"http://loinc.org","concept":[{"code":"99999-1"}]}]}}""";
        CodeMap codes = CodeMap.ReadEmbedded([new LocalCodeFile("map.json", Map), new LocalCodeFile("loinc.json", Loinc)], Reading.Knowledge);
        Assert.Equal("https://hospital.example.jp/fhir/CodeSystem/lab", codes.LocalObservationSystems[^1]);
        Assert.DoesNotContain("https://hospital.example.jp/fhir/CodeSystem/drug", codes.LocalObservationSystems);
        Assert.Contains(codes.ObservationCodes, c => c is { Subject: "albumin", Code: "99999-1" });
    }

    [Fact]
    public void A_fact_of_the_site_with_a_code_that_servers_can_search_for_has_to_name_its_prefetch_key()
    {
        const string Fact = "facts:\n  - id: site-marker\n    title: { en: marker, ja: マーカー }\n    kind: number\n";
        const string Set = """{ "resourceType": "ValueSet", "id": "fact-site-marker", "status": "active", "compose": { "include": [ { "system": "http://loinc.org", "concept": [ { "code": "99999-9" } ] } ] } }""";
        Assert.Equal("overlay/facts/site.yaml:2: fact 'site-marker' has codes of LOINC, SNOMED CT or NCIT: 'prefetch' has to say under which key they are asked for",
            Assert.Single(Assert.Throws<LocalCodeDefectsException>(() => Codes(Fact)).Defects).ToString());
        Assert.Contains(Codes(Fact + "    prefetch: findings\n").ObservationCodes, code => code.Subject == "site-marker");

        static CodeMap Codes(string facts) => CodeMap.ReadEmbedded([new LocalCodeFile("set.json", Set)], KnowledgeBaseReader.Read([.. KnowledgeBaseReader.EmbeddedFiles(), new KnowledgeFile("facts/site.yaml", facts) { Overlay = "overlay" }]));
    }
}
