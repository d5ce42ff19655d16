namespace Cds.FhirMapping.Tests.Cytogenetics;

/// <summary>A FISH result in per cent of cells says both whether the abnormality is there and in how many cells.</summary>
public sealed class CellShareTests
{
    [Theory]
    [InlineData("84916-6", "21", "%", "21")]
    [InlineData("81746-0", "0.12", "1", "12")]
    public void The_share_of_cells_with_del_17p_is_kept(string loinc, string value, string unit, string percent) =>
        Assert.Equal(percent, Reading.Facts(Fhir.Lab(loinc, value, unit)).Number("del-17p-fraction"));

    [Theory]
    [InlineData("45 %", "45")]
    [InlineData("４５％", "45")]
    [InlineData("< 5 %", "< 5")]
    public void The_share_may_come_as_text(string text, string percent) =>
        Assert.Equal(percent, Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "81746-0"), $"\"valueString\":\"{text}\"")).Number("del-17p-fraction"));

    [Fact]
    public void A_share_below_the_cut_off_is_no_deletion_and_a_share_all_the_same()
    {
        Cds.Knowledge.Patients.PatientFacts facts = Reading.Facts(Fhir.Lab("84916-6", "12", "%"));
        Assert.False(facts.IsPresent("del-17p"));
        Assert.Equal("12", facts.Number("del-17p-fraction"));
    }

    [Fact]
    public void A_result_without_a_number_has_no_share() =>
        Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "81746-0"), "\"valueString\":\"positive\"")).KnowsNothingOf("del-17p-fraction");

    [Fact]
    public void A_number_of_cells_is_no_share_of_them() =>
        Reading.Facts(Fhir.Lab("81746-0", "40", "{cells}")).KnowsNothingOf("del-17p-fraction");

    [Fact]
    public void A_mutation_of_TP53_is_read_by_its_code() =>
        Assert.True(Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "21739-8"), "\"valueString\":\"positive\"")).IsPresent("tp53-mutation"));

    [Fact]
    public void A_deletion_of_1p36_is_none_of_1p32() =>
        Reading.Facts(Fhir.Observation(Fhir.Concept(Fhir.Loinc, "82244-5"), "\"valueString\":\"positive\"")).KnowsNothingOf("del-1p32");
}
