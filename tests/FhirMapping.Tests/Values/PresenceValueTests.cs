namespace Cds.FhirMapping.Tests.Values;

public sealed class PresenceValueTests
{
    private static string HbsAntibody(string value) => Fhir.Observation(Fhir.Concept(Fhir.Loinc, "16935-9"), value);

    [Theory]
    [InlineData("\"valueBoolean\":true", true)]
    [InlineData("\"valueBoolean\":false", false)]
    [InlineData("\"valueString\":\"陽性\"", true)]
    [InlineData("\"valueCodeableConcept\":{\"text\":\"Absent\"}", false)]
    [InlineData("\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"52101004\"}]}", true)]
    [InlineData("\"valueInteger\":2", true)]
    [InlineData("\"valueInteger\":0", false)]
    [InlineData("\"interpretation\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation\",\"code\":\"NEG\"}]}]", false)]
    public void A_finding_may_be_sent_in_many_shapes(string value, bool expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Own("extramedullary-disease", value)).IsPresent("extramedullary-disease"));

    [Theory]
    [InlineData("9.9", false)]
    [InlineData("10", true)]
    [InlineData("120", true)]
    public void A_quantity_is_held_against_the_cited_limit(string value, bool expected) =>
        Assert.Equal(expected, Reading.Facts(HbsAntibody(Fhir.Quantity(value, "mIU/mL"))).IsPresent("hbs-antibody"));

    [Fact]
    public void The_laboratorys_own_range_comes_before_the_cited_limit() =>
        Assert.False(Reading.Facts(HbsAntibody(Fhir.Quantity("11", "mIU/mL") + ",\"referenceRange\":[{\"high\":{\"value\":12,\"unit\":\"mIU/mL\"}}]")).IsPresent("hbs-antibody"));

    [Fact]
    public void The_laboratorys_interpretation_comes_before_any_limit() =>
        Assert.True(Reading.Facts(HbsAntibody(
            Fhir.Quantity("8", "mIU/mL")
            + ",\"interpretation\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation\",\"code\":\"POS\"}]}]")).IsPresent("hbs-antibody"));

    [Fact]
    public void High_is_not_positive()
    {
        var facts = Reading.Facts(Fhir.Own("extramedullary-disease", "\"interpretation\":[{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation\",\"code\":\"H\"}]}]"));
        facts.KnowsNothingOf("extramedullary-disease");
        facts.OnlyNote("Observation/o1", "no usable value");
    }

    [Fact]
    public void A_text_that_is_no_answer_is_named()
    {
        var facts = Reading.Facts(Fhir.Own("extramedullary-disease", "\"valueString\":\"kappa\""));
        facts.KnowsNothingOf("extramedullary-disease");
        facts.OnlyNote("Observation/o1", "'kappa' is not one of the values");
    }

    [Fact]
    public void A_bound_below_which_the_limit_lies_decides_nothing()
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "11011-4"), "\"valueQuantity\":{\"value\":1.2,\"comparator\":\"<\",\"unit\":\"LogIU/mL\"}"));
        facts.KnowsNothingOf("hcv-rna");
        facts.OnlyNote("Observation/o1", "decides neither way");
    }

    [Fact]
    public void A_quantity_without_any_limit_is_reported()
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "5187-0"), Fhir.Quantity("3.1", "U/L")));
        facts.KnowsNothingOf("hbc-antibody");
        facts.OnlyNote("Observation/o1", "neither an interpretation nor a usable cut-off");
    }

    [Fact]
    public void An_indeterminate_answer_is_unknown_and_reported()
    {
        var facts = Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "72726-3"), "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA11884-6\"}],\"text\":\"判定保留\"}"));
        facts.KnowsNothingOf("t-4-14");
        facts.OnlyNote("Observation/o1", "decides neither way");
    }

    [Theory]
    [InlineData("9.9", false)]
    [InlineData("10", true)]
    public void A_share_of_cells_is_held_against_the_cut_off_for_fusion_probes(string percent, bool expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "21777-8"), Fhir.Quantity(percent, "%"))).IsPresent("t-11-14"));

    [Theory]
    [InlineData("19.9", false)]
    [InlineData("20", true)]
    public void A_share_of_cells_is_held_against_the_cut_off_for_deletions(string percent, bool expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "84916-6"), Fhir.Quantity(percent, "%"))).IsPresent("del-17p"));

    [Fact]
    public void A_dental_check_sent_as_a_date_was_on_that_date() =>
        Assert.Equal("2026-10-05", Reading.Facts(Fhir.Own("dental-check", "\"valueDateTime\":\"2026-10-05\"")).The("dental-check").Date.Text);

    [Theory]
    [InlineData("IgG-κ型M蛋白を認める", true)]
    [InlineData("IgG kappa", true)]
    [InlineData("M蛋白を認めず", false)]
    [InlineData("negative", false)]
    [InlineData("No monoclonal protein seen", false)]
    public void Immunofixation_answers_in_words(string text, bool expected) =>
        Assert.Equal(expected, Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "25700-6"), $"\"valueString\":\"{text}\"")).IsPresent("immunofixation-serum"));

    [Fact]
    public void An_immunofixation_that_names_the_protein_also_gives_its_type() =>
        Assert.Equal("IgG-kappa", Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "25700-6"), "\"valueString\":\"IgG-κ\"")).Code("m-protein-isotype"));
}
