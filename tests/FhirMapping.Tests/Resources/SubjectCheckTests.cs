using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

public sealed class SubjectCheckTests
{
    private static string Albumin(string subject) =>
        $$"""{"resourceType":"Observation","id":"o1","status":"final","code":{{Fhir.Concept(Fhir.Loinc, "1751-7")}},{{subject}}"effectiveDateTime":"2026-11-01",{{Fhir.Quantity("3.6", "g/dL")}}}""";

    private static string WithUrl(string subject) => $$"""
        {"resourceType":"Bundle","type":"collection","entry":[
          {"fullUrl":"urn:uuid:0d9b1c3e-9f0a-4a53-8f3e-5a6f7e8d9c0b","resource":{"resourceType":"Patient","id":"p1","gender":"female","identifier":[{"system":"urn:oid:1.2.3","value":"007"}]} },
          {"resource":{{Albumin(subject)}} }]}
        """;

    [Theory]
    [InlineData("\"subject\":{\"reference\":\"Patient/p1\"},")]
    [InlineData("\"subject\":{\"reference\":\"https://ehr.example.org/fhir/Patient/p1\"},")]
    [InlineData("\"subject\":{\"reference\":\"Patient/p1/_history/3\"},")]
    [InlineData("\"subject\":{\"reference\":\"urn:uuid:0d9b1c3e-9f0a-4a53-8f3e-5a6f7e8d9c0b\"},")]
    [InlineData("\"subject\":{\"reference\":\"urn:uuid:0D9B1C3E-9F0A-4A53-8F3E-5A6F7E8D9C0B\"},")]
    [InlineData("\"subject\":{\"identifier\":{\"system\":\"urn:oid:1.2.3\",\"value\":\"007\"}},")]
    [InlineData("\"subject\":{\"identifier\":{\"system\":\"urn:oid:9.9\",\"value\":\"1\"}},")]
    [InlineData("")]
    public void The_patients_own_data_are_recognised_in_every_form_of_reference(string subject) =>
        Assert.Equal("3.6", Reading.OfBundle(WithUrl(subject)).Facts!.Number("albumin"));

    [Theory]
    [InlineData("\"subject\":{\"reference\":\"Patient/p2\"},")]
    [InlineData("\"subject\":{\"reference\":\"https://ehr.example.org/fhir/Patient/p2\"},")]
    [InlineData("\"subject\":{\"reference\":\"urn:uuid:11111111-1111-1111-1111-111111111111\"},")]
    [InlineData("\"subject\":{\"reference\":\"Group/p1\"},")]
    [InlineData("\"subject\":{\"reference\":\"Patient?identifier=x\"},")]
    [InlineData("\"subject\":{\"identifier\":{\"system\":\"urn:oid:1.2.3\",\"value\":\"008\"}},")]
    public void Another_patients_data_never_contribute(string subject)
    {
        var facts = Reading.OfBundle(WithUrl(subject)).Facts!;
        Assert.Empty(facts.Observations);
        Assert.Equal(NoteSeverity.Error, facts.OnlyNote("Observation/o1", "belongs to another patient").Severity);
    }

    [Theory]
    [InlineData("""{"resourceType":"Condition","id":"x","subject":{"reference":"Patient/p2"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"109989006"}]}}""")]
    [InlineData("""{"resourceType":"Procedure","id":"x","status":"completed","subject":{"reference":"Patient/p2"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"425983008"}]}}""")]
    [InlineData("""{"resourceType":"MedicationStatement","id":"x","status":"active","subject":{"reference":"Patient/p2"},"medicationCodeableConcept":{"text":"lenalidomide"}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"x","status":"active","intent":"order","subject":{"reference":"Patient/p2"},"medicationCodeableConcept":{"text":"lenalidomide"}}""")]
    [InlineData("""{"resourceType":"MedicationAdministration","id":"x","status":"completed","subject":{"reference":"Patient/p2"},"medicationCodeableConcept":{"text":"lenalidomide"}}""")]
    [InlineData("""{"resourceType":"MedicationDispense","id":"x","status":"completed","subject":{"reference":"Patient/p2"},"medicationCodeableConcept":{"text":"lenalidomide"}}""")]
    [InlineData("""{"resourceType":"AllergyIntolerance","id":"x","patient":{"reference":"Patient/p2"},"code":{"text":"aspirin"}}""")]
    public void Every_type_of_resource_is_checked(string resource)
    {
        var facts = Reading.Facts(resource);
        Assert.Empty(facts.Conditions);
        Assert.Empty(facts.Procedures);
        Assert.Empty(facts.DrugRecords);
        Assert.Empty(facts.Allergies);
        Assert.Equal(NoteSeverity.Error, Assert.Single(facts.Notes).Severity);
    }

    [Fact]
    public void An_observation_about_a_relative_does_not_count()
    {
        var facts = Reading.Facts(Albumin("\"subject\":{\"reference\":\"Patient/p1\"},\"focus\":[{\"reference\":\"RelatedPerson/donor\"}],"));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "focus");
    }
}
