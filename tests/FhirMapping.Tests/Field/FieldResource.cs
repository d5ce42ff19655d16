using System.Text.Json.Nodes;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>The sound resources (id <c>x</c>) that the tables of statuses and damage change, and whether what is left of one still counts.</summary>
internal static class FieldResource
{
    private const string ConditionStatus = "http://terminology.hl7.org/CodeSystem/condition-";

    public static JsonObject Sound(string type) => JsonNode.Parse(type switch
    {
        "Observation" => Fhir.Observation(Fhir.Concept(Fhir.Loinc, "1952-1"), Fhir.Quantity("6.1", "mg/L"), "x"),
        "Condition" => $$"""
            {"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p1"},"code":{{Fhir.Concept(Fhir.Snomed, "413587002")}},"onsetDateTime":"2026-10-20",
             "clinicalStatus":{"coding":[{"system":"{{ConditionStatus}}clinical","code":"active"}] },"verificationStatus":{"coding":[{"system":"{{ConditionStatus}}ver-status","code":"confirmed"}] } }
            """,
        "MedicationStatement" => Fhir.Medication(type, "active", "{\"text\":\"pomalidomide\"}", "\"id\":\"x\",\"effectivePeriod\":{\"start\":\"2026-09-01\"}"),
        "AllergyIntolerance" => $$"""{"resourceType":"AllergyIntolerance","id":"x","patient":{"reference":"Patient/p1"},"code":{"text":"lenalidomide"} }""",
        "Procedure" => $$"""{"resourceType":"Procedure","id":"x","status":"completed","subject":{"reference":"Patient/p1"},"code":{{Fhir.Concept(Fhir.Snomed, "425983008")}},"performedDateTime":"2026-07-08" }""",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say what a sound resource of this type is."),
    })!.AsObject();

    public static string Outcome(string type, PatientFacts facts)
    {
        bool counts = type switch
        {
            "Observation" => facts.Observations.Any(o => o.FactId == "beta2-microglobulin"),
            "Condition" => facts.Conditions.Any(c => c.ConditionId == "smouldering-myeloma" && c.IsCurrent),
            "MedicationStatement" => facts.DrugRecords.Any(d => d.DrugId == "pomalidomide"),
            "AllergyIntolerance" => facts.Allergies.Any(a => a.DrugId == "lenalidomide"),
            "Procedure" => facts.Procedures.Any(p => p.ProcedureId == "autologous-transplant"),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say when a resource of this type counts."),
        };
        return counts ? "counts" : FieldResult.NotUsed;
    }
}
