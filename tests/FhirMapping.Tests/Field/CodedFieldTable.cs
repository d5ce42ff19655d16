using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Tables of wordings and codes as records write them, one row a case (see README.md beside them).</summary>
internal static class CodedFieldTable
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Field", $"{name}.csv"));
        string[] header = TerminologyTable.Fields(lines[0]);
        foreach (string line in lines.Skip(1).Where(line => line.Length > 0))
            yield return header.Zip(TerminologyTable.Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>The URI of a code system that the tables name in short.</summary>
    public static string Uri(string system) => system switch
    {
        "RxNorm" => "http://www.nlm.nih.gov/research/umls/rxnorm",
        "ATC" => "http://www.whocc.no/atc",
        "ATC-DE" => "http://fhir.de/CodeSystem/bfarm/atc",
        "YJ" => "http://capstandard.jp/iyaku.info/CodeSystem/YJ-code",
        "YJ-OID" => "urn:oid:1.2.392.100495.20.1.73",
        "MHLW" => "urn:oid:1.2.392.100495.20.1.72",
        "RECEIPT" => "urn:oid:1.2.392.100495.20.1.71",
        "HOT7" => "http://medis.or.jp/CodeSystem/master-HOT7",
        "HOT9" => "http://medis.or.jp/CodeSystem/master-HOT9",
        "HOT-OID" => "urn:oid:1.2.392.200119.4.403.1",
        "NDC" => "http://hl7.org/fhir/sid/ndc",
        "ICD-10" => "http://hl7.org/fhir/sid/icd-10",
        "ICD-10-CM" => "http://hl7.org/fhir/sid/icd-10-cm",
        "ICD-10-GM" => "http://fhir.de/CodeSystem/bfarm/icd-10-gm",
        "JP-ICD-10" => "http://jpfhir.jp/fhir/core/mhlw/CodeSystem/ICD10-2013-full",
        "ICD-O-3" => "http://terminology.hl7.org/CodeSystem/icd-o-3",
        "ICD-10-PCS" => "http://www.cms.gov/Medicare/Coding/ICD10",
        "CPT" => "http://www.ama-assn.org/go/cpt",
        "LOINC" => "http://loinc.org",
        "SNOMED" => "http://snomed.info/sct",
        "NCIT" => "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl",
        "LOCAL" => "https://hospital.example.jp/codes",
        _ => system,
    };

    /// <summary>The CodeableConcept of a row, as JSON.</summary>
    public static string Concept(string text, string system, string code)
    {
        List<string> members = [];
        if (code.Length > 0) members.Add($$"""
            "coding":[{"system":"{{Uri(system)}}","code":"{{code}}"}]
            """);
        if (text.Length > 0) members.Add($"\"text\":\"{text}\"");
        return $$"""{{{string.Join(',', members)}}}""";
    }
}
