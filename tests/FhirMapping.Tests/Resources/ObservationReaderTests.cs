using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

public sealed class ObservationReaderTests
{
    private static readonly string Value = Fhir.Quantity("3.6", "g/dL");
    private static readonly string Albumin = Fhir.Concept(Fhir.Loinc, "1751-7");

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("cancelled")]
    [InlineData("registered")]
    public void Observations_that_do_not_count_by_status_are_reported(string status)
    {
        var facts = Reading.Facts(Fhir.Observation(Albumin, Value, status: status));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", $"status {status}");
    }

    [Theory]
    [InlineData("final")]
    [InlineData("amended")]
    [InlineData("corrected")]
    [InlineData("preliminary")]
    public void Other_statuses_count(string status) => Assert.Equal("3.6", Reading.Facts(Fhir.Observation(Albumin, Value, status: status)).Number("albumin"));

    [Fact]
    public void A_value_that_is_declared_absent_is_reported()
    {
        var facts = Reading.Facts(Fhir.Observation(Albumin, "\"dataAbsentReason\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/data-absent-reason\",\"code\":\"error\"}]}"));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "dataAbsentReason");
    }

    [Fact]
    public void A_value_that_is_declared_absent_does_not_count_even_when_one_was_sent()
    {
        var facts = Reading.Facts(Fhir.Observation(Albumin, Value + ",\"dataAbsentReason\":{\"text\":\"sample lost\"}"));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "dataAbsentReason");
    }

    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":3.6,\"unit\":\"foo\"}", true)]
    [InlineData("\"valueQuantity\":{\"value\":3.6}", true)]
    [InlineData("\"valueQuantity\":{\"value\":3600,\"unit\":\"g/dL\"}", true)]
    [InlineData("\"valueString\":\"3.6 foo\"", true)]
    [InlineData("\"valueString\":\"not done\"", false)]
    [InlineData("\"valueString\":\"検体不足\"", false)]
    public void A_measurement_that_cannot_be_read_is_kept_as_one(string value, bool kept)
    {
        var facts = Reading.Facts(Fhir.Observation(Albumin, value));
        Assert.Empty(facts.Observations);
        Assert.Equal(kept ? ["albumin"] : [], facts.UnreadValues.Select(unread => unread.FactId));
    }

    [Fact]
    public void What_was_read_is_not_kept_as_unread() => Assert.Empty(Reading.Facts(Fhir.Observation(Albumin, Value)).UnreadValues);

    private static string At(string when) => $$"""{"resourceType":"Observation","id":"o1","status":"final","code":{{Albumin}},{{when}}{{Value}}}""";

    [Theory]
    [InlineData("\"effectiveDateTime\":\"2026-11-01\",", "2026-11-01")]
    [InlineData("\"effectiveDateTime\":\"2026-11\",", "2026-11")]
    [InlineData("\"effectiveInstant\":\"2026-10-31T22:00:00Z\",", "2026-11-01T07:00:00")]
    [InlineData("\"effectivePeriod\":{\"start\":\"2026-10-31\",\"end\":\"2026-11-01\"},", "2026-11-01")]
    [InlineData("\"effectivePeriod\":{\"start\":\"2026-10-31\"},", "2026-10-31")]
    [InlineData("\"effectiveTiming\":{\"event\":[\"2026-10-31\",\"2026-11-01\"]},", "2026-11-01")]
    [InlineData("\"issued\":\"2026-11-02T09:00:00+09:00\",", "2026-11-02T09:00:00")]
    public void The_date_of_an_observation(string when, string expected) => Assert.Equal(expected, Reading.Facts(At(when)).The("albumin").Date.Text);

    [Theory]
    [InlineData("")]
    [InlineData("\"effectiveDateTime\":\"last week\",")]
    public void An_observation_that_cannot_be_placed_in_time_is_reported(string when)
    {
        var facts = Reading.Facts(At(when));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "no readable date");
    }

    [Fact]
    public void Any_fact_may_be_sent_under_the_projects_own_code_also_as_a_component()
    {
        Assert.Equal("3", Reading.Facts(Fhir.Own("mri-focal-lesions", "\"valueInteger\":3")).Number("mri-focal-lesions"));
        Assert.True(Reading.Facts(Fhir.Observation("{\"text\":\"questionnaire\"}", $"\"component\":[{{\"code\":{Fhir.Concept(Fhir.FactSystem, "organomegaly")},\"valueBoolean\":true}}]")).IsPresent("organomegaly"));
    }

    [Fact]
    public void The_parts_of_a_blood_pressure_are_its_components()
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "85354-9"), $"\"component\":[{{\"code\":{Fhir.Concept(Fhir.Loinc, "8480-6")},{Fhir.Quantity("118", "mm[Hg]")}}}]"));
        Assert.Equal("118", facts.Number("systolic-bp"));
        Assert.Empty(facts.Notes);
    }

    [Fact]
    public void A_panel_without_a_value_of_its_own_is_silent() =>
        Assert.Empty(Reading.Facts(Fhir.Observation(Albumin, "\"hasMember\":[{\"reference\":\"Observation/o2\"}]")).Notes);

    [Fact]
    public void A_contained_observation_has_the_date_of_what_contains_it()
    {
        ObservedFact fact = Reading.Facts($$"""
            {"resourceType":"DiagnosticReport","id":"r1","status":"final","code":{"text":"chemistry"},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-11-03",
             "contained":[{"resourceType":"Observation","id":"a","status":"final","code":{{Albumin}},{{Value}}}],"result":[{"reference":"#a"}]}
            """).The("albumin");
        Assert.Equal(("2026-11-03", "DiagnosticReport/r1#a"), (fact.Date.Text, fact.Resource));
    }

    [Fact]
    public void Codes_that_name_different_facts_contradict_each_other()
    {
        var facts = Reading.Facts(Fhir.Observation("""{"coding":[{"system":"http://loinc.org","code":"1751-7"},{"system":"http://loinc.org","code":"1952-1"}]}""", Value));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "different things");
    }

    [Fact]
    public void Local_codes_beside_a_known_one_do_not_disturb() =>
        Assert.Equal("3.6", Reading.Facts(Fhir.Observation("""{"coding":[{"system":"https://hospital.example.jp/lab","code":"L1"},{"system":"http://loinc.org","code":"1751-7"}],"text":"アルブミン"}""", Value)).Number("albumin"));

    [Theory]
    [InlineData("アルブミン")]
    [InlineData("Serum albumin")]
    [InlineData("ＡＬＢ")]
    public void An_unmapped_item_that_reads_like_a_fact_is_pointed_out_not_used(string text)
    {
        var facts = Reading.Facts(Fhir.Observation($$"""{"coding":[{"system":"https://hospital.example.jp/lab","code":"L1"}],"text":"{{text}}"}""", Value));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "code is not mapped");
    }

    [Fact]
    public void An_unknown_item_is_silent() => Assert.Empty(Reading.Facts(Fhir.Observation("{\"text\":\"尿酸\"}", Fhir.Quantity("5", "mg/dL"))).Notes);

    [Fact]
    public void A_finding_may_be_the_value_of_a_more_general_observation() =>
        Assert.Equal(">= 1", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "18748-4"), $"\"valueCodeableConcept\":{Fhir.Concept(Fhir.Snomed, "441684001")}")).Number("bone-lesions"));

    [Fact]
    public void Answers_to_the_projects_own_questionnaire_are_facts()
    {
        var facts = Reading.Facts("""
            {"resourceType":"QuestionnaireResponse","id":"q1","status":"completed","questionnaire":"https://myeloma-cds.example.org/fhir/Questionnaire/myeloma-findings|0.1.0",
             "subject":{"reference":"Patient/p1"},"authored":"2026-11-04","item":[{"linkId":"bones","item":[
               {"linkId":"bone-lesions","answer":[{"valueInteger":2}]},{"linkId":"transplant-intent","answer":[{"valueBoolean":true}]},
               {"linkId":"dental-check","answer":[{"valueCoding":{"system":"http://snomed.info/sct","code":"373067005"}}]}]}]}
            """);
        Assert.Equal("2", facts.Number("bone-lesions"));
        Assert.True(facts.IsPresent("transplant-intent"));
        Assert.False(facts.IsPresent("dental-check"));
    }

    [Fact]
    public void An_unfinished_questionnaire_does_not_count_and_is_named()
    {
        var facts = Reading.Facts("""
            {"resourceType":"QuestionnaireResponse","id":"q1","status":"in-progress","questionnaire":"https://myeloma-cds.example.org/fhir/Questionnaire/myeloma-findings",
             "subject":{"reference":"Patient/p1"},"authored":"2026-11-04","item":[{"linkId":"bone-lesions","answer":[{"valueInteger":2}]}]}
            """);
        Assert.Empty(facts.Observations);
        Assert.Contains(facts.Notes, note => note.Resource == "QuestionnaireResponse/q1" && note.Text.En.Contains("in-progress", StringComparison.Ordinal));
    }
}
