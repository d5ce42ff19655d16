using System.Text.Json.Nodes;

namespace Cds.FhirMapping.Tests.Relations;

/// <summary>Records that say nothing about the patient's disease, or do not count.</summary>
internal static class NoiseRelations
{
    private const string Absurd = """ "valueQuantity":{"value":9999,"unit":"mg/dL","system":"http://unitsofmeasure.org","code":"mg/dL"} """;

    public static IEnumerable<Relation> All =>
    [
        Adding("a result that no rule reads", """{"resourceType":"Observation","id":"noise","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2093-3"}]},"subject":{"reference":"SUBJECT"},"effectiveDateTime":"2026-11-01","valueQuantity":{"value":250,"unit":"mg/dL"}}"""),
        Adding("a disease of something else", """{"resourceType":"Condition","id":"noise","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"H52.1"}],"text":"Myopia"},"subject":{"reference":"SUBJECT"}}"""),
        Adding("a drug for something else", """{"resourceType":"MedicationStatement","id":"noise","status":"active","medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"A10BA02"}],"text":"metformin"},"subject":{"reference":"SUBJECT"},"effectivePeriod":{"start":"2026-01-01"}}"""),
        Adding("a procedure for something else", """{"resourceType":"Procedure","id":"noise","status":"completed","code":{"coding":[{"system":"http://snomed.info/sct","code":"54885007"}],"text":"Cataract extraction"},"subject":{"reference":"SUBJECT"},"performedDateTime":"2020-01-01"}"""),
        Adding("an allergy to a food", """{"resourceType":"AllergyIntolerance","id":"noise","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"text":"Peanut"},"patient":{"reference":"SUBJECT"}}"""),
        Adding("eye drops of a drug that is known", """{"resourceType":"MedicationStatement","id":"noise","status":"active","medicationCodeableConcept":{"text":"dexamethasone eye drops"},"subject":{"reference":"SUBJECT"},"effectivePeriod":{"start":"2026-11-01"}}"""),
        Adding("resources that are not read", """{"resourceType":"Organization","id":"noise","name":"Hospital"}"""),
        Adding("a result entered in error", $$"""{"resourceType":"Observation","id":"noise","status":"entered-in-error","code":{"coding":[{"system":"http://loinc.org","code":"2160-0"}]},"subject":{"reference":"SUBJECT"},"effectiveDateTime":"2026-11-10",{{Absurd}} }"""),
        Adding("a result of the day after tomorrow", """{"resourceType":"Observation","id":"noise","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2160-0"}]},"subject":{"reference":"SUBJECT"},"effectiveDateTime":"2031-01-01","valueQuantity":{"value":9,"unit":"mg/dL"}}"""),
        Adding("a result of another patient", """{"resourceType":"Observation","id":"noise","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"2160-0"}]},"subject":{"reference":"Patient/somebody-else"},"effectiveDateTime":"2026-11-10","valueQuantity":{"value":9,"unit":"mg/dL"}}"""),
        Adding("a disease that was ruled out", """{"resourceType":"Condition","id":"noise","clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"refuted"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"84114007"}],"text":"Heart failure"},"subject":{"reference":"SUBJECT"}}"""),
        Adding("a proposal that was not ordered", """{"resourceType":"MedicationRequest","id":"noise","status":"active","intent":"proposal","medicationCodeableConcept":{"text":"pomalidomide"},"subject":{"reference":"SUBJECT"},"authoredOn":"2026-11-01"}"""),
    ];

    private static Relation Adding(string name, string resource) =>
        Relation.Same(name, record => record.Adding(JsonNode.Parse(resource.Replace("SUBJECT", record.Subject, StringComparison.Ordinal))!));
}
