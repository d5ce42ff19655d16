namespace Cds.FhirMapping.Tests.Values;

public sealed class NumberValueTests
{
    [Theory]
    [InlineData("\"valueInteger\":1")]
    [InlineData("\"valueQuantity\":{\"value\":1,\"unit\":\"{score}\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"{score}\"}")]
    [InlineData("\"valueQuantity\":{\"value\":1}")]
    [InlineData("\"valueString\":\"1\"")]
    [InlineData("\"valueString\":\"PS 1\"")]
    [InlineData("\"valueCodeableConcept\":{\"text\":\"ECOG 1 - restricted in strenuous activity\"}")]
    [InlineData("\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://example.org/ecog\",\"code\":\"x\",\"display\":\"ECOG Grade 1\"}]}")]
    public void A_score_may_be_sent_in_many_shapes(string value) =>
        Assert.Equal("1", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "89247-1"), value)).Number("ecog"));

    [Fact]
    public void The_LOINC_answer_for_ECOG_0_is_read() =>
        Assert.Equal("0", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "89262-0"), "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA9622-7\"}]}")).Number("ecog"));

    [Fact]
    public void A_score_beyond_its_scale_is_reported()
    {
        var facts = Reading.Facts(Fhir.Own("ecog", "\"valueInteger\":7"));
        facts.KnowsNothingOf("ecog");
        facts.OnlyNote("Observation/o1", "outside what is physically possible");
    }

    [Fact]
    public void A_text_with_two_numbers_is_no_score() => Reading.Facts(Fhir.Own("ecog", "\"valueString\":\"1 or 2\"")).KnowsNothingOf("ecog");

    [Theory]
    [InlineData("\"valueInteger\":3", "3")]
    [InlineData("\"valueQuantity\":{\"value\":3,\"unit\":\"{#}\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"{#}\"}", "3")]
    [InlineData("\"valueQuantity\":{\"value\":3,\"unit\":\"個\"}", "3")]
    [InlineData("\"valueBoolean\":true", ">= 1")]
    [InlineData("\"valueBoolean\":false", "0")]
    [InlineData("\"valueString\":\"あり\"", ">= 1")]
    [InlineData("\"valueString\":\"multiple lytic lesions\"", ">= 2")]
    [InlineData("\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"2667000\"}]}", "0")]
    [InlineData("\"valueQuantity\":{\"value\":2,\"comparator\":\">=\"}", ">= 2")]
    public void A_count_may_be_a_number_or_a_bare_finding(string value, string expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Own("bone-lesions", value)).Number("bone-lesions"));

    [Fact]
    public void Half_a_lesion_is_reported() => Reading.Facts(Fhir.Own("bone-lesions", "\"valueQuantity\":{\"value\":1.5}")).OnlyNote("Observation/o1", "outside what is physically possible");

    [Theory]
    [InlineData("\"valueString\":\"10^-5\"")]
    [InlineData("\"valueString\":\"1e-5\"")]
    [InlineData("\"valueQuantity\":{\"value\":0.00001}")]
    public void The_sensitivity_of_a_test_may_be_a_power_of_ten(string value) =>
        Assert.Equal("0.00001", Reading.Facts(Fhir.Own("mrd-sensitivity", value)).Number("mrd-sensitivity"));

    [Fact]
    public void M_protein_that_is_not_detected_is_zero() =>
        Assert.Equal("0", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "33358-3"), "\"valueString\":\"検出せず\"")).Number("m-protein-serum"));

    [Fact]
    public void Not_detected_is_no_amount_of_other_quantities() =>
        Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "1952-1"), "\"valueString\":\"not detected\"")).KnowsNothingOf("beta2-microglobulin");

    [Fact]
    public void Bands_of_one_day_add_up_where_the_whole_was_not_sent()
    {
        string Band(string id, string code, string value, string day) =>
            $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","code":{{Fhir.Concept(Fhir.Loinc, code)}},"effectiveDateTime":"{{day}}",{{Fhir.Quantity(value, "g/dL")}}}""";
        Assert.Equal("2.1", Reading.Facts(Band("a", "51435-6", "1.5", "2026-11-01"), Band("b", "35559-4", "0.6", "2026-11-01")).Number("m-protein-serum"));
        Assert.Equal("2", Reading.Facts(Band("a", "51435-6", "1.5", "2026-11-01"), Band("b", "33358-3", "2.0", "2026-11-01")).Number("m-protein-serum"));
        Reading.Facts(Band("a", "51435-6", "1.5", "2026-11-01"), Band("b", "51435-6", "1.6", "2026-11-01")).KnowsNothingOf("m-protein-serum");
    }
}
