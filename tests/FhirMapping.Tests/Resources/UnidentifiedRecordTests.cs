using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

/// <summary>A record that nobody can identify opens its history again; one that does not count, or is something else, does not.</summary>
public sealed class UnidentifiedRecordTests
{
    private const string LocalCode = """{"coding":[{"system":"https://hospital.example.jp/codes","code":"M-1"}]}""";
    private const string Lenalidomide = """{"text":"lenalidomide"}""";
    private const string Orders = """
        "id":"m1","intent":"order","authoredOn":"2026-10-01"
        """;

    private static UnidentifiedRecord The(params string[] resources) => Assert.Single(Reading.Facts(resources).Unidentified);

    private static void Nothing(params string[] resources) => Assert.Empty(Reading.Facts(resources).Unidentified);

    [Theory]
    [InlineData("MedicationStatement", "active", "\"id\":\"m1\",\"effectivePeriod\":{\"start\":\"2026-10-01\"}", "2026-10-01", null, true)]
    [InlineData("MedicationStatement", "completed", "\"id\":\"m1\",\"effectivePeriod\":{\"start\":\"2026-10-01\",\"end\":\"2026-10-20\"}", "2026-10-01", "2026-10-20", false)]
    [InlineData("MedicationRequest", "active", Orders, "2026-10-01", null, true)]
    [InlineData("MedicationAdministration", "completed", "\"id\":\"m1\",\"effectiveDateTime\":\"2026-10-01\"", "2026-10-01", "2026-10-01", true)]
    [InlineData("MedicationDispense", "completed", "\"id\":\"m1\",\"whenHandedOver\":\"2026-10-01\",\"daysSupply\":{\"value\":7}", "2026-10-01", "2026-10-07", true)]
    public void A_drug_record_with_an_unknown_code_keeps_its_dates(string type, string status, string members, string since, string? until, bool mayRun)
    {
        PatientFacts facts = Reading.Facts(Fhir.Medication(type, status, LocalCode, members));
        UnidentifiedRecord open = Assert.Single(facts.Unidentified);
        Assert.Equal((RecordedHistory.Medications, $"{type}/m1", since, until, mayRun), (open.Part, open.Resource, open.Since?.Text, open.Until?.Text, open.MayBeCurrent));
        Assert.Empty(open.MayBe);
        facts.OnlyNote($"{type}/m1", "list that is not known here");
    }

    [Theory]
    [InlineData("MedicationStatement", "not-taken", "\"id\":\"m1\"")]
    [InlineData("MedicationStatement", "unknown", "\"id\":\"m1\"")]
    [InlineData("MedicationStatement", "Entered-in-error", "\"id\":\"m1\"")]
    [InlineData("MedicationRequest", "cancelled", Orders)]
    [InlineData("MedicationRequest", "active", "\"id\":\"m1\",\"intent\":\"plan\"")]
    [InlineData("MedicationRequest", "active", Orders + ",\"doNotPerform\":true")]
    [InlineData("MedicationAdministration", "not-done", "\"id\":\"m1\"")]
    [InlineData("MedicationDispense", "declined", "\"id\":\"m1\"")]
    public void A_record_that_does_not_count_opens_nothing_whatever_it_is(string type, string status, string members)
    {
        Nothing(Fhir.Medication(type, status, LocalCode, members));
        Nothing(Fhir.Medication(type, status, Lenalidomide, members));
    }

    [Theory]
    [InlineData("{\"text\":\"furosemide 40 mg\"}")]
    [InlineData("{\"coding\":[{\"system\":\"http://www.whocc.no/atc\",\"code\":\"C03CA01\"}]}")]
    [InlineData("{\"coding\":[{\"system\":\"https://hospital.example.jp/codes\",\"code\":\"M-1\",\"display\":\"アムロジピン錠5mg\"}]}")]
    public void Something_else_opens_nothing(string concept) => Nothing(Fhir.Medication("MedicationStatement", "active", concept));

    [Fact]
    public void A_status_that_is_no_word_of_FHIR_leaves_open_whether_that_drug_was_given()
    {
        PatientFacts facts = Reading.Facts(Fhir.Medication("MedicationStatement", "taken", Lenalidomide));
        Assert.Empty(facts.DrugRecords);
        Assert.Equal(["lenalidomide"], Assert.Single(facts.Unidentified).MayBe);
        facts.OnlyNote("MedicationStatement/m1", "'taken' is not known");
    }

    [Theory]
    [InlineData("hold lenalidomide")]
    [InlineData("レナリドミド（休薬中）")]
    public void A_drug_on_hold_does_not_run_and_may_have_been_given(string text)
    {
        UnidentifiedRecord open = The(Fhir.Medication("MedicationStatement", "active", $$"""{"text":"{{text}}"}"""));
        Assert.Equal(["lenalidomide"], open.MayBe);
        Assert.False(open.MayBeCurrent);
    }

    [Theory]
    [InlineData("NOT lenalidomide")]
    [InlineData("Placebo / lenalidomide")]
    public void What_is_named_as_not_given_is_noted_and_opens_nothing(string text)
    {
        PatientFacts facts = Reading.Facts(Fhir.Medication("MedicationStatement", "active", $$"""{"text":"{{text}}"}"""));
        Assert.Empty(facts.Unidentified);
        facts.OnlyNote("MedicationStatement/m1", "not given");
    }

    [Fact]
    public void A_damaged_record_opens_its_history_unless_it_is_another_patients()
    {
        const string Damaged = """{"resourceType":"MedicationStatement","id":"m1","status":["active"],"subject":{"reference":"Patient/p1"},"medicationCodeableConcept":{"text":"lenalidomide"}}""";
        Assert.Equal((RecordedHistory.Medications, "MedicationStatement/m1"), (The(Damaged).Part, The(Damaged).Resource));
        Nothing(Damaged.Replace("Patient/p1", "Patient/p2", StringComparison.Ordinal));
        Assert.Equal(RecordedHistory.Procedures, The("""{"resourceType":"Procedure","id":"x","status":["not-done"],"subject":{"reference":"Patient/p1"}}""").Part);
        Assert.Equal(RecordedHistory.Conditions, The("""{"resourceType":"Condition","id":"x","clinicalStatus":7,"subject":{"reference":"Patient/p1"}}""").Part);
        Assert.Equal(RecordedHistory.Allergies, The("""{"resourceType":"AllergyIntolerance","id":"x","verificationStatus":7,"patient":{"reference":"Patient/p1"}}""").Part);
        Nothing("""{"resourceType":"Observation","id":"x","status":["final"],"subject":{"reference":"Patient/p1"}}""");
    }

    [Theory]
    [InlineData("refuted", "active", false)]
    [InlineData("provisional", "active", false)]
    [InlineData("confirmed", "active", true)]
    [InlineData("confirmed", "resolved", true)]
    public void A_disease_record_with_an_unknown_code_opens_the_conditions_unless_it_is_denied(string verification, string clinical, bool opens)
    {
        PatientFacts facts = Reading.Facts(Fhir.Condition(LocalCode, clinical: clinical, verification: verification));
        Assert.Equal(opens, facts.Unidentified.Count == 1);
        if (opens) Assert.Equal(clinical == "active", facts.Unidentified[0].MayBeCurrent);
    }

    [Fact]
    public void A_known_disease_of_unknown_status_may_be_one()
    {
        PatientFacts facts = Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "109989006"), clinical: "stable"));
        Assert.Empty(facts.Conditions);
        Assert.Equal(["multiple-myeloma"], Assert.Single(facts.Unidentified).MayBe);
    }

    [Theory]
    [InlineData("not-done", false)]
    [InlineData("entered-in-error", false)]
    [InlineData("completed", true)]
    [InlineData("finished", true)]
    public void A_procedure_with_an_unknown_code_opens_the_procedures_when_it_may_have_been_done(string status, bool opens)
    {
        string procedure = $$"""{"resourceType":"Procedure","id":"x","status":"{{status}}","subject":{"reference":"Patient/p1"},"performedDateTime":"2026-06-10","code":{{LocalCode}}}""";
        Assert.Equal(opens, Reading.Facts(procedure).Unidentified.Count == 1);
    }

    [Theory]
    [InlineData("\"dosage\":[{\"route\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"54485002\"}]}}]")]
    [InlineData("\"dosage\":[{\"route\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v2-0162\",\"code\":\"NS\"}]}}]")]
    [InlineData("\"dosage\":[{\"route\":{\"text\":\"外用\"}}]")]
    public void A_local_route_is_not_the_systemic_drug(string members)
    {
        PatientFacts facts = Reading.Facts(Fhir.Medication("MedicationStatement", "active", """{"text":"aciclovir"}""", "\"id\":\"m1\"," + members));
        Assert.Empty(facts.DrugRecords);
        Assert.Empty(facts.Unidentified);
    }

    [Fact]
    public void A_route_into_the_body_outweighs_the_site_and_the_form_of_a_Medication_counts()
    {
        const string Skin = """
            "id":"m1","effectiveDateTime":"2026-11-01","dosage":{"route":{"text":"皮下注"},"site":{"text":"腹部（塗布部位を避ける）"}}
            """;
        Assert.Single(Reading.Facts(Fhir.Medication("MedicationAdministration", "completed", """{"text":"denosumab"}""", Skin)).DrugRecords);
        Assert.Empty(Reading.Facts("""
            {"resourceType":"MedicationStatement","id":"m1","status":"active","subject":{"reference":"Patient/p1"},"medicationReference":{"reference":"#m"},
             "contained":[{"resourceType":"Medication","id":"m","form":{"text":"Eye ointment"},"code":{"text":"aciclovir"}}]}
            """).DrugRecords);
    }

    [Theory]
    [InlineData("aspirin", false)]
    [InlineData("lenalidomide", true)]
    public void Two_contained_Medications_of_one_id_name_a_drug_only_where_they_are_the_same(string second, bool isKnown)
    {
        PatientFacts facts = Reading.Facts($$$"""
            {"resourceType":"MedicationStatement","id":"m1","status":"active","subject":{"reference":"Patient/p1"},"medicationReference":{"reference":"#m"},
             "contained":[{"resourceType":"Medication","id":"m","code":{"text":"lenalidomide"}},{"resourceType":"Medication","id":"m","code":{"text":"{{{second}}}"}}]}
            """);
        Assert.Equal(isKnown ? 1 : 0, facts.DrugRecords.Count);
        Assert.Equal(isKnown ? 0 : 1, facts.Unidentified.Count);
        Assert.Equal(!isKnown, facts.Notes.Any(note => note.Resource == "MedicationStatement/m1"));
    }

    [Theory]
    [InlineData("\"deceasedBoolean\":true", true, null)]
    [InlineData("\"deceasedBoolean\":false", false, null)]
    [InlineData("\"deceasedDateTime\":\"2026-11-15\"", true, "2026-11-15")]
    [InlineData("\"deceasedDateTime\":\"soon\"", false, null)]
    public void Death_is_read_and_what_cannot_be_read_is_not_taken_for_it(string member, bool deceased, string? died)
    {
        PatientFacts facts = Reading.Of($$"""{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1970-03-02",{{member}}}""").Facts!;
        Assert.Equal((deceased, died), (facts.IsDeceased, facts.Died?.Text));
        Assert.Equal(member.Contains("soon", StringComparison.Ordinal), facts.Notes.Count > 0);
        Assert.Equal("1970-03-02", facts.BirthDate?.Text);
    }

    [Fact]
    public void Death_that_is_damaged_leaves_age_and_sex_as_they_are()
    {
        PatientFacts facts = Reading.Of("""{"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1970-03-02","deceasedBoolean":"perhaps"}""").Facts!;
        Assert.Equal((false, Sex.Female, "1970-03-02"), (facts.IsDeceased, facts.Sex, facts.BirthDate?.Text));
        Assert.Contains(facts.Notes, note => note.Resource == "Patient/p1" && note.Text.En.Contains("deceased", StringComparison.Ordinal));
    }

    [Fact]
    public void Resources_that_all_name_another_patient_are_counted()
    {
        const string Other = """{"resourceType":"MedicationStatement","id":"m1","status":"active","subject":{"reference":"Patient/p0"},"medicationCodeableConcept":{"text":"lenalidomide"}}""";
        Assert.True(Reading.Facts(Other).IsAllOfOthers);
        Assert.False(Reading.Facts(Other, Fhir.Condition(Fhir.Concept(Fhir.Snomed, "109989006"))).IsAllOfOthers);
        Assert.False(Reading.Facts().IsAllOfOthers);
    }
}
