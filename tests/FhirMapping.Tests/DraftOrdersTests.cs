using System.Text;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests;

public sealed class DraftOrdersTests
{
    private static PatientFacts Read(string resource, IReadOnlyList<string>? selections = null) => ReadBundle(Reading.Bundle(resource), selections);

    private static PatientFacts ReadBundle(string bundle, IReadOnlyList<string>? selections = null)
    {
        byte[] document = Encoding.UTF8.GetBytes(bundle);
        byte[] patient = Encoding.UTF8.GetBytes("""{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1960-01-01"}""");
        return Reading.Reader.ReadPrefetch("p1", [new PrefetchPart("patient", "Patient", patient, true)], new DraftOrderBundle(document, selections)).Facts!;
    }

    private static string Draft(string patient = "p1") => """
        {"resourceType":"MedicationRequest","id":"d1","status":"draft","intent":"proposal","subject":{"reference":"Patient/p1"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"342369"}]},
         "priorPrescription":{"reference":"https://ehr.example.org/fhir/MedicationRequest/old"},
         "dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"route":{"coding":[{"system":"http://snomed.info/sct","code":"26643006"}]},
           "doseAndRate":[{"doseQuantity":{"value":25,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]}
        """.Replace("Patient/p1", "Patient/" + patient, StringComparison.Ordinal);

    [Fact]
    public void An_order_that_is_being_written_is_read_whatever_its_status()
    {
        DraftOrder order = Assert.Single(Read(Draft()).DraftOrders);
        Assert.Equal(("lenalidomide", 25m, "mg", 28m, "MedicationRequest/d1"), (order.DrugId, order.DoseAmount, order.DoseUnit, order.DosesPer28Days, order.Resource));
        Assert.Equal((Route.Oral, true), (order.Route, order.IsSelected));
        Assert.Equal(["MedicationRequest/old"], order.Replaces);
    }

    [Fact]
    public void Only_the_selected_orders_are_to_be_judged()
    {
        Assert.True(Assert.Single(Read(Draft(), ["MedicationRequest/d1"]).DraftOrders).IsSelected);
        Assert.False(Assert.Single(Read(Draft(), ["MedicationRequest/d2"]).DraftOrders).IsSelected);
    }

    [Fact]
    public void The_words_of_a_route_are_read_too() =>
        Assert.Equal(Route.Subcutaneous, Assert.Single(Read(Draft().Replace("\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"26643006\"}]", "\"text\":\"皮下注射\"", StringComparison.Ordinal)).DraftOrders).Route);

    [Theory]
    [InlineData("http://loinc.org", "5196-1", "hbs-antigen")]
    [InlineData("https://myeloma-cds.example.org/fhir/CodeSystem/action", "dental-referral", "dental-referral")]
    public void Services_that_are_being_ordered_are_recognised(string system, string code, string id) =>
        Assert.Equal(id, Assert.Single(Read($$"""{"resourceType":"ServiceRequest","id":"s1","status":"draft","intent":"order","subject":{"reference":"Patient/p1"},"code":{{Fhir.Concept(system, code)}} }""").DraftServices).Id);

    [Fact]
    public void A_draft_is_no_exposure() => Assert.Empty(Reading.Facts(Draft()).DrugRecords);

    [Fact]
    public void A_draft_for_another_patient_is_reported()
    {
        PatientFacts reading = Read(Draft("p2"));
        Assert.Empty(reading.DraftOrders);
        Assert.Equal(NoteSeverity.Error, Assert.Single(reading.Notes, n => n.Resource == "MedicationRequest/d1").Severity);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"x\"")]
    public void Anything_else_holds_no_orders(string json) => Assert.Empty(ReadBundle(json).DraftOrders);
}
