namespace Cds.FhirMapping.Tests.Cytogenetics;

public sealed class CytogeneticObservationTests
{
    private const string FishPanel = "62367-8";

    [Theory]
    [InlineData("72824-6", "del-17p")]
    [InlineData("81746-0", "del-17p")]
    [InlineData("72726-3", "t-4-14")]
    [InlineData("77033-9", "t-14-16")]
    [InlineData("77037-0", "t-11-14")]
    [InlineData("90043-1", "t-14-20")]
    [InlineData("81752-8", "gain-1q")]
    [InlineData("81749-4", "del-13q")]
    [InlineData("82244-5", "del-1p")]
    public void The_code_names_the_abnormality_and_the_value_answers(string loinc, string fact)
    {
        Assert.True(Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, loinc), $"\"valueCodeableConcept\":{Fhir.Concept(Fhir.Snomed, "10828004")}")).IsPresent(fact));
        Assert.False(Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, loinc), $"\"valueCodeableConcept\":{Fhir.Concept(Fhir.Loinc, "LA11883-8")}")).IsPresent(fact));
    }

    [Fact]
    public void Components_of_a_FISH_panel_are_read_one_by_one()
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, FishPanel), $$"""
            "component":[
              {"code":{{Fhir.Concept(Fhir.Loinc, "72726-3")}},"valueCodeableConcept":{{Fhir.Concept(Fhir.Loinc, "LA9633-4")}} },
              {"code":{{Fhir.Concept(Fhir.Loinc, "77033-9")}},"valueCodeableConcept":{{Fhir.Concept(Fhir.Loinc, "LA9634-2")}} },
              {"code":{{Fhir.Concept(Fhir.Loinc, "81746-0")}},"dataAbsentReason":{"text":"failed"} }]
            """));
        Assert.True(facts.IsPresent("t-4-14"));
        Assert.False(facts.IsPresent("t-14-16"));
        facts.KnowsNothingOf("del-17p");
        facts.OnlyNote("Observation/o1", "dataAbsentReason");
    }

    [Fact]
    public void A_component_of_a_FISH_panel_may_name_the_abnormality_in_words() =>
        Assert.True(Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, FishPanel), """
            "component":[{"code":{"text":"del(17p)"},"valueString":"陽性"}]
            """)).IsPresent("del-17p"));

    [Fact]
    public void Words_name_nothing_outside_a_cytogenetic_test() =>
        Reading.Facts(Fhir.Observation("{\"text\":\"del(17p)\"}", "\"valueString\":\"陽性\"")).KnowsNothingOf("del-17p");

    [Fact]
    public void A_karyotype_names_what_was_found_and_leaves_the_rest_unknown()
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "29770-5"), "\"valueString\":\"46,XX,t(4;14)(p16;q32)[12]/46,XX[8]\""));
        Assert.True(facts.IsPresent("t-4-14"));
        facts.KnowsNothingOf("del-17p");
    }

    [Fact]
    public void A_normal_karyotype_makes_nothing_absent() =>
        Assert.Empty(Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "29770-5"), "\"valueString\":\"46,XX[20]\"")).Observations);

    [Fact]
    public void ISCN_text_counts_in_cytogenetic_tests_only() =>
        Assert.Empty(Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "11369-6"), "\"valueString\":\"t(4;14)(p16;q32)\"")).Observations);

    [Theory]
    [InlineData("65", true)]
    [InlineData("8", false)]
    public void A_share_of_cells_in_a_report_is_held_against_the_cut_off(string percent, bool expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, FishPanel), $"\"valueString\":\"del(17p) {percent}%\"")).IsPresent("del-17p"));

    [Fact]
    public void A_combined_test_that_is_positive_does_not_say_what_was_found()
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "81751-0"), $"\"valueCodeableConcept\":{Fhir.Concept(Fhir.Snomed, "10828004")}"));
        Assert.Empty(facts.Observations);
        facts.OnlyNote("Observation/o1", "does not say which abnormality");
    }

    [Fact]
    public void The_conclusion_of_a_cytogenetic_report_is_read()
    {
        var facts = Reading.Facts($$"""
            {"resourceType":"DiagnosticReport","id":"r1","status":"final","code":{{Fhir.Concept(Fhir.Loinc, "62367-8")}},"subject":{"reference":"Patient/p1"},
             "effectiveDateTime":"2026-11-02","conclusion":"t(14;16) detected; del(17p) not detected"}
            """);
        Assert.True(facts.IsPresent("t-14-16"));
        Assert.False(facts.IsPresent("del-17p"));
    }

    private static string Variant(string answer, string components) =>
        Fhir.Observation(Fhir.Concept(Fhir.Loinc, "69548-6"), $"\"valueCodeableConcept\":{Fhir.Concept(Fhir.Loinc, answer)},\"component\":[{components}]");

    private static string Component(string loinc, string text) => $$"""{"code":{{Fhir.Concept(Fhir.Loinc, loinc)}},"valueCodeableConcept":{"text":"{{text}}"} }""";

    [Theory]
    [InlineData("LA9633-4", true)]
    [InlineData("LA9634-2", false)]
    public void A_variant_is_there_only_when_its_value_says_so(string answer, bool expected) =>
        Assert.Equal(expected, Reading.Facts(Variant(answer, Component("48018-6", "TP53") + "," + $$"""{"code":{{Fhir.Concept(Fhir.Loinc, "48019-4")}},"valueCodeableConcept":{{Fhir.Concept(Fhir.Loinc, "LA6692-3")}} }""")).IsPresent("del-17p"));

    [Fact]
    public void A_fusion_is_named_by_its_two_genes() =>
        Assert.True(Reading.Facts(Variant("LA9633-4", Component("48018-6", "IGH") + "," + Component("48018-6", "FGFR3"))).IsPresent("t-4-14"));

    [Fact]
    public void A_gain_is_named_by_location_and_copy_number() =>
        Assert.True(Reading.Facts(Variant("LA9633-4", Component("48001-2", "1q21.3") + "," + $$"""{"code":{{Fhir.Concept(Fhir.Loinc, "82155-3")}},"valueQuantity":{"value":4} }""")).IsPresent("gain-1q"));

    [Fact]
    public void ISCN_text_of_a_variant_is_read() => Assert.True(Reading.Facts(Variant("LA9633-4", Component("81291-7", "t(14;16)(q32;q23)"))).IsPresent("t-14-16"));

    [Fact]
    public void A_point_mutation_of_TP53_is_no_deletion() =>
        Assert.Empty(Reading.Facts(Variant("LA9633-4", Component("48018-6", "TP53") + "," + Component("48019-4", "Substitution"))).Observations);

    [Fact]
    public void A_variant_without_a_call_is_unknown() => Assert.Empty(Reading.Facts(Variant("LA18198-4", Component("81291-7", "t(14;16)(q32;q23)"))).Observations);

    [Fact]
    public void A_text_that_names_no_abnormality_is_said_so() => Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "62367-8"), "\"valueString\":\"46,XX[20]\""))
        .OnlyNote("Observation/o1", "names none of the abnormalities");
}
