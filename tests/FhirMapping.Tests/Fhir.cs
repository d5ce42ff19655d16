namespace Cds.FhirMapping.Tests;

/// <summary>JSON of FHIR resources of patient p1, complete but for what a test is about.</summary>
internal static class Fhir
{
    public const string Loinc = "http://loinc.org";
    public const string Snomed = "http://snomed.info/sct";
    public const string Icd10 = "http://hl7.org/fhir/sid/icd-10";
    public const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public const string Jlac10 = "http://medis.or.jp/CodeSystem/master-JLAC10-17digits";
    public const string FactSystem = "https://myeloma-cds.example.org/fhir/CodeSystem/fact";

    /// <summary>A Coding.</summary>
    public static string Coding(string system, string code) => $$"""{"system":"{{system}}","code":"{{code}}"}""";

    /// <summary>A CodeableConcept with one code and perhaps a text.</summary>
    public static string Concept(string system, string code, string? text = null) =>
        $$"""{"coding":[{{Coding(system, code)}}]{{(text is null ? "" : $",\"text\":\"{text}\"")}}}""";

    /// <summary>An Observation of 1 November 2026 with further members, for example <c>"valueInteger":1</c>.</summary>
    public static string Observation(string code, string members, string id = "o1", string status = "final") =>
        $$"""{"resourceType":"Observation","id":"{{id}}","status":"{{status}}","code":{{code}},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-11-01",{{members}}}""";

    /// <summary>An Observation coded with the project's own system.</summary>
    public static string Own(string fact, string members) => Observation(Concept(FactSystem, fact), members);

    /// <summary>A LOINC Observation with a Quantity.</summary>
    public static string Lab(string loinc, string value, string unit, string more = "") =>
        Observation(Concept(Loinc, loinc), Quantity(value, unit) + more);

    /// <summary>The member <c>valueQuantity</c> in UCUM.</summary>
    public static string Quantity(string value, string unit) =>
        $$"""
        "valueQuantity":{"value":{{value}},"unit":"{{unit}}","system":"http://unitsofmeasure.org","code":"{{unit}}"}
        """;

    /// <summary>A Condition of p1, active and confirmed, with further members.</summary>
    public static string Condition(string code, string more = "", string clinical = "active", string verification = "confirmed") =>
        $$"""
        {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"code":{{code}},"onsetDateTime":"2026-10-20",
         "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"{{clinical}}"}]},
         "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"{{verification}}"}]}{{more}}}
        """;

    /// <summary>A record of a drug of p1.</summary>
    public static string Medication(string type, string status, string concept, string members = "\"id\":\"m1\"") =>
        $$"""{"resourceType":"{{type}}","status":"{{status}}","subject":{"reference":"Patient/p1"},"medicationCodeableConcept":{{concept}},{{members}}}""";
}
