using Cds.FhirMapping.Values;

namespace Cds.FhirMapping.Tests.Values;

public sealed class CodeValueTests
{
    [Theory]
    [InlineData("IgG-λ", "IgG-lambda")]
    [InlineData("IgG-kappa", "IgG-kappa")]
    [InlineData("IgA κ", "IgA-kappa")]
    [InlineData("IgA lambda", "IgA-lambda")]
    [InlineData("IgDλ型", "IgD-lambda")]
    [InlineData("IgM kappa monoclonal protein", "IgM-kappa")]
    [InlineData("Monoclonal IgG", "IgG")]
    [InlineData("BJP-κ", "light-chain-kappa")]
    [InlineData("lambda light chain", "light-chain-lambda")]
    [InlineData("ベンスジョーンズ蛋白 λ", "light-chain-lambda")]
    [InlineData("非分泌型", "non-secretory")]
    [InlineData("IgG-κ and IgA-λ", null)]
    [InlineData("biclonal", null)]
    [InlineData("No monoclonal protein", null)]
    [InlineData("No IgG kappa monoclonal protein detected", null)]
    [InlineData("IgG kappa not detected", null)]
    [InlineData("IgG-κ型M蛋白を認めず", null)]
    [InlineData("IgG kappa negative, IgA lambda positive", "IgA-lambda")]
    [InlineData("IgG (+), IgA (-), IgM (-), κ (+), λ (-)", "IgG-kappa")]
    [InlineData("IgG陽性、IgA・IgM陰性、κ陽性、λ陰性", "IgG-kappa")]
    [InlineData("IgG-κ型M蛋白を認める", "IgG-kappa")]
    [InlineData("No change from previous: IgG kappa monoclonal band", "IgG-kappa")]
    [InlineData("possible IgG kappa", null)]
    [InlineData("IgG kappa positive, lambda equivocal", null)]
    [InlineData("previously IgG kappa", null)]
    [InlineData("IgG-κ型多発性骨髄腫", "IgG-kappa")]
    [InlineData("Multiple myeloma, IgA lambda", "IgA-lambda")]
    [InlineData("not non-secretory", null)]
    public void Isotypes_are_read_from_what_laboratories_write(string text, string? expected) => Assert.Equal(expected, IsotypeText.Read(text));

    [Theory]
    [InlineData("\"valueCodeableConcept\":{\"text\":\"IgG-λ\"}")]
    [InlineData("\"valueString\":\"IgG-λ\"")]
    [InlineData("\"valueCodeableConcept\":{\"coding\":[{\"system\":\"https://myeloma-cds.example.org/fhir/CodeSystem/isotype\",\"code\":\"IgG-lambda\"}]}")]
    public void An_isotype_may_be_text_or_code(string value) =>
        Assert.Equal("IgG-lambda", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "90990-3"), value)).Code("m-protein-isotype"));

    [Theory]
    [InlineData("271299001", "progression")]
    [InlineData("359746009", "stable-disease")]
    [InlineData("268910001", "improvement")]
    [InlineData("709137006", "undetermined")]
    [InlineData("103338009", "complete-remission")]
    public void Disease_status_is_read_as_mCODE_codes_it(string snomed, string expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Observation(
            Fhir.Concept(Fhir.Loinc, "97509-4"),
            $"\"valueCodeableConcept\":{Fhir.Concept(Fhir.Snomed, snomed)}")).Code("disease-status"));

    [Theory]
    [InlineData("PD", "progression")]
    [InlineData("sCR", "stringent-complete-response")]
    [InlineData("VGPR", "very-good-partial-response")]
    [InlineData("増悪", "progression")]
    [InlineData("progression", "progression")]
    [InlineData("very good partial response", "very-good-partial-response")]
    public void Response_words_are_read_whole(string text, string expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "97509-4"), $"\"valueString\":\"{text}\"")).Code("disease-status"));

    [Fact]
    public void A_word_inside_another_is_no_response()
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "97509-4"), "\"valueString\":\"PRN\""));
        facts.KnowsNothingOf("disease-status");
        facts.OnlyNote("Observation/o1", "not one of the values");
    }

    [Theory]
    [InlineData("frail")]
    [InlineData("Frail")]
    public void Frailty_is_one_of_three_words(string text) => Assert.Equal("frail", Reading.Facts(Fhir.Own("frailty", $"\"valueString\":\"{text}\"")).Code("frailty"));

    [Theory]
    [InlineData("C139007", "C70659", "recorded-iss", "II")]
    [InlineData("C141392", "C141396", "recorded-r-iss", "III")]
    [InlineData("C139007", "C141394", "recorded-r-iss", "I")]
    public void Recorded_stages_are_read_by_the_code_of_the_value(string code, string value, string fact, string stage)
    {
        const string Ncit = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl";
        Assert.Equal(stage, Reading.Facts(Fhir.Observation(Fhir.Concept(Ncit, code), $"\"valueCodeableConcept\":{Fhir.Concept(Ncit, value)}")).Code(fact));
    }

    [Theory]
    [InlineData("Stage II", "II")]
    [InlineData("ISS stage 3", "III")]
    [InlineData("Ⅰ期", "I")]
    public void Recorded_stages_are_read_from_text_too(string text, string stage) =>
        Assert.Equal(stage, Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Snomed, "1149162008"), $"\"valueString\":\"{text}\"")).Code("recorded-iss"));

    [Theory]
    [InlineData("not stage III")]
    [InlineData("stage I or II")]
    [InlineData("stage II -> III")]
    [InlineData("stage II?")]
    [InlineData("Durie-Salmon II")]
    [InlineData("R2-ISS II")]
    [InlineData("previously stage II")]
    [InlineData("II期の疑い")]
    public void A_stage_that_is_denied_doubted_or_of_another_system_is_none(string text) => Assert.Null(StageText.Read(text));

    [Fact]
    public void The_LOINC_stage_answers_are_read() =>
        Assert.Equal("II", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Snomed, "1149163003"), $"\"valueCodeableConcept\":{Fhir.Concept(Fhir.Loinc, "LA15458-5")}")).Code("recorded-r-iss"));
}
