using System.Text;
using Cds.FhirMapping.Reading;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

/// <summary>Orders being written: anything but the drug may be missing.</summary>
public sealed class DraftOrderReaderTests
{
    private const string Bortezomib = "\"medicationCodeableConcept\":{\"coding\":[{\"system\":\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"358258\"}]}";

    [Fact]
    public void A_complete_draft_is_read_with_dose_timing_and_route()
    {
        DraftOrder order = Assert.Single(Read($$$"""
            {"resourceType":"MedicationRequest","id":"a",{{{Bortezomib}}},
             "dosageInstruction":[{"route":{"coding":[{"system":"http://snomed.info/sct","code":"34206005"}]},
               "timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"wk"}},"doseAndRate":[{"doseQuantity":{"value":1.3,"unit":"mg/m²","code":"mg/m2"}}]}],
             "priorPrescription":{"reference":"MedicationRequest/old"}}
            """).DraftOrders);
        Assert.Equal(("bortezomib", "MedicationRequest/a", true), (order.DrugId, order.Resource, order.IsSelected));
        Assert.Equal((1.3m, "mg/m2", 4m, Route.Subcutaneous), (order.DoseAmount, order.DoseUnit, order.DosesPer28Days, order.Route));
        Assert.Equal(["MedicationRequest/old"], order.Replaces);
    }

    [Fact]
    public void A_draft_without_dose_intent_status_and_subject_is_read() =>
        Assert.Null(Assert.Single(Read($$"""{"resourceType":"MedicationRequest","id":"a",{{Bortezomib}}}""").DraftOrders).DoseAmount);

    [Theory]
    [InlineData("""{"resourceType":"MedicationRequest","id":"a"}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"a","medicationCodeableConcept":{"text":"paracetamol deluxe forte plus something"},"status":"cancelled"}""")]
    [InlineData("""{"resourceType":"NutritionOrder","id":"a"}""")]
    public void Without_a_drug_that_is_known_there_is_nothing_to_judge(string draft) => Assert.Empty(Read(draft).DraftOrders);

    [Theory]
    [InlineData("\"status\":\"cancelled\"")]
    [InlineData("\"status\":\"entered-in-error\"")]
    [InlineData("\"doNotPerform\":true")]
    [InlineData("\"subject\":{\"reference\":\"Patient/other\"}")]
    public void Orders_that_are_over_forbidden_or_of_another_patient_do_not_count(string member) =>
        Assert.Empty(Read($$"""{"resourceType":"MedicationRequest","id":"a",{{Bortezomib}},{{member}}}""").DraftOrders);

    [Theory]
    [InlineData("active")]
    [InlineData("on-hold")]
    [InlineData("draft")]
    [InlineData("unheard-of")]
    public void Any_other_status_counts(string status) =>
        Assert.Single(Read($$"""{"resourceType":"MedicationRequest","id":"a",{{Bortezomib}},"status":"{{status}}"}""").DraftOrders);

    [Theory]
    [InlineData("MedicationRequest/a", true)]
    [InlineData("https://ehr.example.org/fhir/MedicationRequest/a", true)]
    [InlineData("urn:uuid:1", true)]
    [InlineData("MedicationRequest/b", false)]
    [InlineData("a", true)]
    [InlineData("b", false)]
    public void Selections_name_orders_by_reference_bundle_address_or_id(string selection, bool selected) =>
        Assert.Equal(selected, Assert.Single(Read($$"""{"resourceType":"MedicationRequest","id":"a",{{Bortezomib}}}""", [selection]).DraftOrders).IsSelected);

    [Theory]
    [InlineData("{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"47625008\"}]}", Route.Intravenous)]
    [InlineData("{\"text\":\"Subcutaneous injection\"}", Route.Subcutaneous)]
    [InlineData("{\"text\":\"点滴静注\"}", Route.Intravenous)]
    [InlineData("{\"coding\":[{\"code\":\"x\",\"display\":\"by mouth\"}]}", Route.Oral)]
    [InlineData("{\"text\":\"intrathecal\"}", null)]
    [InlineData("{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"26643006\"}]}", null)]
    [InlineData("7", null)]
    public void Codes_and_words_name_the_route(string route, Route? expected) =>
        Assert.Equal(expected, Assert.Single(Read($$"""{"resourceType":"MedicationRequest","id":"a",{{Bortezomib}},"dosageInstruction":[{"route":{{route}} }]}""").DraftOrders).Route);

    [Fact]
    public void A_drug_known_by_its_name_only_says_so() =>
        Assert.True(Assert.Single(Read("""{"resourceType":"MedicationRequest","id":"a","medicationCodeableConcept":{"text":"ベルケイド注射用3mg"}}""").DraftOrders).MatchedByText);

    [Fact]
    public void Examinations_and_project_actions_are_read()
    {
        PatientFacts facts = Read(
            """{"resourceType":"ServiceRequest","id":"s","code":{"coding":[{"system":"http://loinc.org","code":"5195-3"}]}}""");
        Assert.Equal(new DraftService("hbs-antigen", "ServiceRequest/s"), Assert.Single(facts.DraftServices));
        facts = Read("""{"resourceType":"ServiceRequest","id":"s","code":{"coding":[{"system":"https://myeloma-cds.example.org/fhir/CodeSystem/action","code":"dental-referral"}]}}""");
        Assert.Equal("dental-referral", Assert.Single(facts.DraftServices).Id);
    }

    [Fact]
    public void Drafts_are_never_exposure() => Assert.Empty(Read($$"""{"resourceType":"MedicationRequest","id":"a","status":"active","intent":"order",{{Bortezomib}}}""").DrugRecords);

    private static PatientFacts Read(string draft, IReadOnlyList<string>? selections = null)
    {
        byte[] bundle = Encoding.UTF8.GetBytes($$"""{"entry":[null,{"fullUrl":"urn:uuid:1","resource":{{draft}}}]}""");
        return Reading.Reader.ReadPrefetch("p1", [], new DraftOrderBundle(bundle, selections)).Facts!;
    }
}
