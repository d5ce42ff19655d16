namespace Cds.FhirMapping.Tests.Robustness;

/// <summary>One resource of each kind with every element that is read, to be damaged; and resources that must never count, with the elements that say so.</summary>
internal static class DamagedRecords
{
    private const string Subject = "\"subject\":{\"reference\":\"Patient/p1\"}";
    private const string Lenalidomide = "\"medicationCodeableConcept\":{\"coding\":[{\"system\":\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"342369\"}]}";
    private const string Dosage = "{\"timing\":{\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}},\"route\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"26643006\"}]},\"doseAndRate\":[{\"doseQuantity\":{\"value\":25,\"unit\":\"mg\",\"code\":\"mg\"}}]}";
    private const string Myeloma = "\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"109989006\"}]}";
    private const string Transplant = "\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"425983008\"}]}";
    private const string B2m = "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"1952-1\"}]}";
    private const string Value = "\"valueQuantity\":{\"value\":5.8,\"unit\":\"mg/L\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mg/L\"}";
    private const string Allergic = "\"code\":{\"coding\":[{\"system\":\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"1191\"}]}";
    private const string VerSystem = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private const string ClinSystem = "http://terminology.hl7.org/CodeSystem/condition-clinical";

    public static Dictionary<string, string> Counting { get; } = new()
    {
        ["quantity"] = Of("Observation", $"\"status\":\"final\",\"category\":[{{\"text\":\"laboratory\"}}],{B2m},{Subject},\"effectiveDateTime\":\"2026-11-01\",\"issued\":\"2026-11-02T08:00:00+09:00\",{Value},\"interpretation\":[{{\"text\":\"H\"}}],\"referenceRange\":[{{\"low\":{{\"value\":0.8,\"unit\":\"mg/L\"}},\"high\":{{\"value\":2.0,\"unit\":\"mg/L\"}}}}],\"note\":[{{\"text\":\"n\"}}]"),
        ["bound"] = Of("Observation", $"\"status\":\"amended\",{B2m},{Subject},\"effectivePeriod\":{{\"start\":\"2026-11-01\",\"end\":\"2026-11-01\"}},\"valueQuantity\":{{\"value\":5.8,\"comparator\":\">=\",\"unit\":\"mg/L\",\"code\":\"mg/L\"}}"),
        ["answer"] = Of("Observation", $"\"status\":\"final\",\"code\":{{\"coding\":[{{\"system\":\"https://myeloma-cds.example.org/fhir/CodeSystem/fact\",\"code\":\"t-4-14\"}}]}},{Subject},\"effectiveDateTime\":\"2026-11-01\",\"valueCodeableConcept\":{{\"coding\":[{{\"system\":\"http://snomed.info/sct\",\"code\":\"10828004\"}}]}}"),
        ["panel"] = Of("Observation", $"\"status\":\"final\",\"code\":{{\"coding\":[{{\"system\":\"http://loinc.org\",\"code\":\"24348-5\"}}]}},{Subject},\"effectiveDateTime\":\"2026-11-01\",\"component\":[{{{B2m},{Value}}}]"),
        ["report"] = Of("DiagnosticReport", $"\"status\":\"final\",\"code\":{{\"coding\":[{{\"system\":\"http://loinc.org\",\"code\":\"62367-8\"}}]}},{Subject},\"effectiveDateTime\":\"2026-11-01\",\"conclusion\":\"t(4;14) detected\""),
        ["condition"] = Of("Condition", $"\"clinicalStatus\":{{\"coding\":[{{\"system\":\"{ClinSystem}\",\"code\":\"active\"}}]}},\"verificationStatus\":{{\"coding\":[{{\"system\":\"{VerSystem}\",\"code\":\"confirmed\"}}]}},{Myeloma},{Subject},\"onsetDateTime\":\"2026-10-01\",\"recordedDate\":\"2026-10-01\""),
        ["procedure"] = Of("Procedure", $"\"status\":\"completed\",{Transplant},{Subject},\"performedDateTime\":\"2026-05-01\""),
        ["request"] = Of("MedicationRequest", $"\"status\":\"active\",\"intent\":\"order\",\"doNotPerform\":false,{Lenalidomide},{Subject},\"authoredOn\":\"2026-10-01\",\"dosageInstruction\":[{Dosage}],\"dispenseRequest\":{{\"expectedSupplyDuration\":{{\"value\":21,\"unit\":\"d\",\"code\":\"d\"}}}}"),
        ["statement"] = Of("MedicationStatement", $"\"status\":\"active\",{Lenalidomide},{Subject},\"effectivePeriod\":{{\"start\":\"2026-10-01\",\"end\":\"2026-10-21\"}},\"dosage\":[{Dosage}]"),
        ["administration"] = Of("MedicationAdministration", $"\"status\":\"completed\",{Lenalidomide},{Subject},\"effectiveDateTime\":\"2026-10-01\",\"dosage\":{{\"dose\":{{\"value\":25,\"unit\":\"mg\",\"code\":\"mg\"}}}}"),
        ["dispense"] = Of("MedicationDispense", $"\"status\":\"completed\",{Lenalidomide},{Subject},\"daysSupply\":{{\"value\":21,\"unit\":\"d\",\"code\":\"d\"}},\"whenHandedOver\":\"2026-10-01\""),
        ["allergy"] = Of("AllergyIntolerance", $"\"clinicalStatus\":{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical\",\"code\":\"active\"}}]}},\"verificationStatus\":{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification\",\"code\":\"confirmed\"}}]}},{Allergic},\"patient\":{{\"reference\":\"Patient/p1\"}},\"recordedDate\":\"2026-01-01\""),
        ["service"] = Of("ServiceRequest", $"\"status\":\"active\",\"intent\":\"order\",\"doNotPerform\":false,{B2m},{Subject},\"authoredOn\":\"2026-11-01\""),
        ["questionnaire"] = Of("QuestionnaireResponse", $"\"questionnaire\":\"https://myeloma-cds.example.org/fhir/Questionnaire/myeloma-findings\",\"status\":\"completed\",{Subject},\"authored\":\"2026-11-01\",\"item\":[{{\"linkId\":\"transplant-intent\",\"answer\":[{{\"valueBoolean\":true}}]}}]"),
    };

    public static Dictionary<string, (string Json, string[] Members)> NotCounting { get; } = new()
    {
        ["withdrawn result"] = (Of("Observation", $"\"status\":\"entered-in-error\",{B2m},{Subject},\"effectiveDateTime\":\"2026-11-01\",{Value}"), ["status"]),
        ["result of another patient"] = (Of("Observation", $"\"status\":\"final\",{B2m},\"subject\":{{\"reference\":\"Patient/p2\"}},\"effectiveDateTime\":\"2026-11-01\",{Value}"), ["subject"]),
        ["result about a relative"] = (Of("Observation", $"\"status\":\"final\",{B2m},{Subject},\"focus\":[{{\"reference\":\"RelatedPerson/r1\"}}],\"effectiveDateTime\":\"2026-11-01\",{Value}"), ["focus"]),
        ["declared absent"] = (Of("Observation", $"\"status\":\"final\",{B2m},{Subject},\"effectiveDateTime\":\"2026-11-01\",{Value},\"dataAbsentReason\":{{\"text\":\"unknown\"}}"), ["dataAbsentReason"]),
        ["modified result"] = (Of("Observation", $"\"status\":\"final\",{B2m},{Subject},\"effectiveDateTime\":\"2026-11-01\",{Value},\"modifierExtension\":[{{\"url\":\"http://x.example.org/negated\",\"valueBoolean\":true}}]"), ["modifierExtension"]),
        ["rules of its own"] = (Of("Observation", $"\"implicitRules\":\"http://x.example.org/rules\",\"status\":\"final\",{B2m},{Subject},\"effectiveDateTime\":\"2026-11-01\",{Value}"), ["implicitRules"]),
        ["withdrawn report"] = (Of("DiagnosticReport", $"\"status\":\"cancelled\",\"code\":{{\"coding\":[{{\"system\":\"http://loinc.org\",\"code\":\"62367-8\"}}]}},{Subject},\"effectiveDateTime\":\"2026-11-01\",\"conclusion\":\"t(4;14) detected\""), ["status"]),
        ["report of another patient"] = (Of("DiagnosticReport", "\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"62367-8\"}]},\"subject\":{\"reference\":\"Patient/p2\"},\"effectiveDateTime\":\"2026-11-01\",\"conclusion\":\"t(4;14) detected\""), ["subject"]),
        ["refuted condition"] = (Of("Condition", $"\"verificationStatus\":{{\"coding\":[{{\"system\":\"{VerSystem}\",\"code\":\"refuted\"}}]}},{Myeloma},{Subject}"), ["verificationStatus"]),
        ["condition of another patient"] = (Of("Condition", $"{Myeloma},\"subject\":{{\"reference\":\"Patient/p2\"}}"), ["subject"]),
        ["procedure not done"] = (Of("Procedure", $"\"status\":\"not-done\",{Transplant},{Subject}"), ["status"]),
        ["procedure of another patient"] = (Of("Procedure", $"\"status\":\"completed\",{Transplant},\"subject\":{{\"reference\":\"Patient/p2\"}}"), ["subject"]),
        ["order not to give"] = (Of("MedicationRequest", $"\"status\":\"active\",\"intent\":\"order\",\"doNotPerform\":true,{Lenalidomide},{Subject}"), ["doNotPerform"]),
        ["cancelled order"] = (Of("MedicationRequest", $"\"status\":\"cancelled\",\"intent\":\"order\",{Lenalidomide},{Subject}"), ["status"]),
        ["plan"] = (Of("MedicationRequest", $"\"status\":\"active\",\"intent\":\"plan\",{Lenalidomide},{Subject}"), ["intent"]),
        ["order of another patient"] = (Of("MedicationRequest", $"\"status\":\"active\",\"intent\":\"order\",{Lenalidomide},\"subject\":{{\"reference\":\"Patient/p2\"}}"), ["subject"]),
        ["not taken"] = (Of("MedicationStatement", $"\"status\":\"not-taken\",{Lenalidomide},{Subject}"), ["status"]),
        ["statement of another patient"] = (Of("MedicationStatement", $"\"status\":\"active\",{Lenalidomide},\"subject\":{{\"reference\":\"Patient/p2\"}}"), ["subject"]),
        ["not given"] = (Of("MedicationAdministration", $"\"status\":\"not-done\",{Lenalidomide},{Subject}"), ["status"]),
        ["administration of another patient"] = (Of("MedicationAdministration", $"\"status\":\"completed\",{Lenalidomide},\"subject\":{{\"reference\":\"Patient/p2\"}}"), ["subject"]),
        ["declined dispense"] = (Of("MedicationDispense", $"\"status\":\"declined\",{Lenalidomide},{Subject}"), ["status"]),
        ["dispense of another patient"] = (Of("MedicationDispense", $"\"status\":\"completed\",{Lenalidomide},\"subject\":{{\"reference\":\"Patient/p2\"}}"), ["subject"]),
        ["refuted allergy"] = (Of("AllergyIntolerance", $"\"verificationStatus\":{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification\",\"code\":\"refuted\"}}]}},{Allergic},\"patient\":{{\"reference\":\"Patient/p1\"}}"), ["verificationStatus"]),
        ["resolved allergy"] = (Of("AllergyIntolerance", $"\"clinicalStatus\":{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical\",\"code\":\"resolved\"}}]}},{Allergic},\"patient\":{{\"reference\":\"Patient/p1\"}}"), ["clinicalStatus"]),
        ["allergy of another patient"] = (Of("AllergyIntolerance", $"{Allergic},\"patient\":{{\"reference\":\"Patient/p2\"}}"), ["patient"]),
        ["revoked service"] = (Of("ServiceRequest", $"\"status\":\"revoked\",\"intent\":\"order\",{B2m},{Subject}"), ["status"]),
        ["proposed service"] = (Of("ServiceRequest", $"\"status\":\"active\",\"intent\":\"proposal\",{B2m},{Subject}"), ["intent"]),
        ["service not to be done"] = (Of("ServiceRequest", $"\"status\":\"active\",\"intent\":\"order\",\"doNotPerform\":true,{B2m},{Subject}"), ["doNotPerform"]),
        ["service of another patient"] = (Of("ServiceRequest", $"\"status\":\"active\",\"intent\":\"order\",{B2m},\"subject\":{{\"reference\":\"Patient/p2\"}}"), ["subject"]),
        ["unfinished questionnaire"] = (Of("QuestionnaireResponse", $"\"questionnaire\":\"https://myeloma-cds.example.org/fhir/Questionnaire/myeloma-findings\",\"status\":\"in-progress\",{Subject},\"authored\":\"2026-11-01\",\"item\":[{{\"linkId\":\"transplant-intent\",\"answer\":[{{\"valueBoolean\":true}}]}}]"), ["status"]),
        ["questionnaire of another patient"] = (Of("QuestionnaireResponse", "\"questionnaire\":\"https://myeloma-cds.example.org/fhir/Questionnaire/myeloma-findings\",\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/p2\"},\"authored\":\"2026-11-01\",\"item\":[{\"linkId\":\"transplant-intent\",\"answer\":[{\"valueBoolean\":true}]}]"), ["subject"]),
    };

    private static string Of(string type, string members) => $"{{\"resourceType\":\"{type}\",\"id\":\"x\",{members}}}";
}
