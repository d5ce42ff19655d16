namespace Cds.FhirMapping.Tests.Resources;

public sealed class ProcedureAndAllergyReaderTests
{
    private static string Procedure(string code, string members = "\"performedDateTime\":\"2026-07-08\"", string status = "completed") =>
        $$"""{"resourceType":"Procedure","id":"pr1","status":"{{status}}","subject":{"reference":"Patient/p1"},"code":{{code}},{{members}}}""";

    [Theory]
    [InlineData("425983008", "autologous-transplant")]
    [InlineData("425843001", "allogeneic-transplant")]
    [InlineData("234336002", "transplant-unspecified")]
    [InlineData("418576007", "stem-cell-harvest")]
    [InlineData("1217123003", "radiotherapy")]
    [InlineData("49401003", "marrow-examination")]
    [InlineData("233527006", "central-venous-catheter")]
    public void Procedures_are_recognised_by_code(string snomed, string procedure)
    {
        var read = Assert.Single(Reading.Facts(Procedure(Fhir.Concept(Fhir.Snomed, snomed))).Procedures);
        Assert.Equal((procedure, "2026-07-08"), (read.ProcedureId, read.Performed!.Value.Text));
    }

    [Fact]
    public void A_dental_examination_is_a_dental_check_on_that_day()
    {
        var facts = Reading.Facts(Procedure(Fhir.Concept(Fhir.Snomed, "34043003")));
        Assert.True(facts.IsPresent("dental-check"));
        Assert.Equal("2026-07-08", facts.The("dental-check").Date.Text);
    }

    [Theory]
    [InlineData("not-done")]
    [InlineData("preparation")]
    [InlineData("entered-in-error")]
    public void What_was_not_done_does_not_count(string status)
    {
        var facts = Reading.Facts(Procedure(Fhir.Concept(Fhir.Snomed, "425983008"), status: status));
        Assert.Empty(facts.Procedures);
        facts.OnlyNote("Procedure/pr1", $"status {status}");
    }

    [Fact]
    public void Of_a_course_of_radiotherapy_the_last_day_counts_and_of_a_transplant_the_first()
    {
        const string Period = "\"performedPeriod\":{\"start\":\"2026-07-01\",\"end\":\"2026-07-28\"}";
        Assert.Equal("2026-07-28", Assert.Single(Reading.Facts(Procedure(Fhir.Concept(Fhir.Snomed, "1217123003"), Period)).Procedures).Performed!.Value.Text);
        Assert.Equal("2026-07-01", Assert.Single(Reading.Facts(Procedure(Fhir.Concept(Fhir.Snomed, "425983008"), Period)).Procedures).Performed!.Value.Text);
    }

    [Fact]
    public void The_profile_of_mCODE_names_a_surgical_procedure_of_any_code() =>
        Assert.Equal("surgery", Assert.Single(Reading.Facts(Procedure(
            Fhir.Concept(Fhir.Snomed, "392021009"),
            "\"performedDateTime\":\"2026-07-08\",\"meta\":{\"profile\":[\"http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-related-surgical-procedure\"]}")).Procedures).ProcedureId);

    [Fact]
    public void Writes_when_it_occurred() =>
        Assert.Equal("2026-07-08", Assert.Single(Reading.Facts(Procedure(Fhir.Concept(Fhir.Snomed, "425983008"), "\"occurrenceDateTime\":\"2026-07-08\"")).Procedures).Performed!.Value.Text);

    private static string Allergy(string code, string members = "\"type\":\"allergy\"") =>
        $$"""{"resourceType":"AllergyIntolerance","id":"a1","patient":{"reference":"Patient/p1"},"code":{{code}},{{members}}}""";

    [Theory]
    [InlineData("""{"coding":[{"system":"http://snomed.info/sct","code":"293586001"}]}""")]
    [InlineData("""{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1191"}]}""")]
    [InlineData("""{"text":"アスピリン"}""")]
    [InlineData("""{"text":"Aspirin 100 mg"}""")]
    public void Allergies_to_a_drug_are_recognised(string code) => Assert.Equal("aspirin", Assert.Single(Reading.Facts(Allergy(code)).Allergies).DrugId);

    [Theory]
    [InlineData("No known allergy to aspirin")]
    [InlineData("アスピリンアレルギーなし")]
    [InlineData("Denies allergy to aspirin")]
    [InlineData("Family history of aspirin allergy")]
    public void A_text_that_denies_the_allergy_or_names_a_relative_is_none_and_is_said_so(string text)
    {
        var facts = Reading.Facts(Allergy($"{{\"text\":\"{text}\"}}"));
        Assert.Empty(facts.Allergies);
        facts.OnlyNote("AllergyIntolerance/a1", "does not say that this patient has it");
    }

    [Theory]
    [InlineData("アスピリンアレルギー疑い")]
    [InlineData("Suspected allergy to aspirin")]
    [InlineData("History of aspirin allergy")]
    [InlineData("アスピリンアレルギーの既往")]
    public void A_suspected_allergy_and_a_history_of_one_count(string text) =>
        Assert.Equal("aspirin", Assert.Single(Reading.Facts(Allergy($"{{\"text\":\"{text}\"}}")).Allergies).DrugId);

    [Fact]
    public void The_substance_of_a_reaction_counts_too() =>
        Assert.Equal("lenalidomide", Assert.Single(Reading.Facts(Allergy(
            "{\"text\":\"drug allergy\"}", $"\"reaction\":[{{\"substance\":{Fhir.Concept(Fhir.RxNorm, "342369")}}}]")).Allergies).DrugId);

    [Fact]
    public void An_unconfirmed_allergy_counts_until_refuted()
    {
        string Verified(string status) => $"\"verificationStatus\":{{\"coding\":[{{\"system\":\"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification\",\"code\":\"{status}\"}}]}}";
        Assert.Single(Reading.Facts(Allergy(Fhir.Concept(Fhir.RxNorm, "1191"), Verified("unconfirmed"))).Allergies);
        var refuted = Reading.Facts(Allergy(Fhir.Concept(Fhir.RxNorm, "1191"), Verified("refuted")));
        Assert.Empty(refuted.Allergies);
        refuted.OnlyNote("AllergyIntolerance/a1", "status refuted");
    }
}
