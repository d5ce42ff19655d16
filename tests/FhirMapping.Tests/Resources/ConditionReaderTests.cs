using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Resources;

public sealed class ConditionReaderTests
{
    private const string Myeloma = "109989006";
    private static readonly string MyelomaCode = Fhir.Concept(Fhir.Snomed, Myeloma);

    private static RecordedCondition The(string id, PatientFacts facts) => Assert.Single(facts.Conditions, c => c.ConditionId == id);

    [Fact]
    public void An_active_confirmed_condition_counts_since_its_onset()
    {
        RecordedCondition condition = The("multiple-myeloma", Reading.Facts(Fhir.Condition(MyelomaCode)));
        Assert.True(condition.IsCurrent);
        Assert.Equal(("2026-10-20", "Condition/c1", null), (condition.Since!.Value.Text, condition.Resource, condition.IsSevere));
    }

    [Theory]
    [InlineData("active", true, false)]
    [InlineData("recurrence", true, false)]
    [InlineData("relapse", true, false)]
    [InlineData("inactive", false, false)]
    [InlineData("remission", false, true)]
    [InlineData("resolved", false, false)]
    public void The_clinical_status_tells_current_from_history(string status, bool isCurrent, bool inRemission)
    {
        RecordedCondition condition = The("multiple-myeloma", Reading.Facts(Fhir.Condition(MyelomaCode, clinical: status)));
        Assert.Equal((isCurrent, inRemission), (condition.IsCurrent, condition.InRemission));
    }

    [Theory]
    [InlineData("B02.9", "active-infection")]
    [InlineData("L03.1", "active-infection")]
    [InlineData("N10", "active-infection")]
    [InlineData("N39.0", "active-infection")]
    [InlineData("K92.0", "bleeding")]
    [InlineData("K921", "bleeding")]
    [InlineData("I60.9", "bleeding")]
    [InlineData("I61.9", "bleeding")]
    [InlineData("I62.0", "bleeding")]
    public void Infection_and_bleeding_are_known_by_their_site(string code, string condition) =>
        Assert.True(The(condition, Reading.Facts(Fhir.Condition(Fhir.Concept("http://hl7.org/fhir/sid/icd-10", code)))).IsCurrent);

    [Theory]
    [InlineData("B02.2")]
    [InlineData("N39.1")]
    [InlineData("I63.9")]
    public void What_stays_after_an_infection_or_has_no_bleeding_is_neither(string code) =>
        Assert.DoesNotContain(Reading.Facts(Fhir.Condition(Fhir.Concept("http://hl7.org/fhir/sid/icd-10", code))).Conditions, c => c.ConditionId is "active-infection" or "bleeding");

    [Theory]
    [InlineData("http://snomed.info/sct", "94704006")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C90.01")]
    public void A_code_may_say_that_the_disease_is_in_remission(string system, string code) =>
        Assert.True(The("multiple-myeloma", Reading.Facts(Fhir.Condition(Fhir.Concept(system, code)))).InRemission);

    [Theory]
    [InlineData("refuted", "verification status refuted")]
    [InlineData("entered-in-error", "verification status entered-in-error")]
    [InlineData("unconfirmed", "only suspected")]
    [InlineData("provisional", "only suspected")]
    [InlineData("differential", "only suspected")]
    public void What_is_not_confirmed_is_no_diagnosis(string verification, string note)
    {
        var facts = Reading.Facts(Fhir.Condition(MyelomaCode, verification: verification));
        Assert.Empty(facts.Conditions);
        facts.OnlyNote("Condition/c1", note);
    }

    [Fact]
    public void The_Japanese_suspected_modifier_makes_it_no_diagnosis()
    {
        var facts = Reading.Facts(Fhir.Condition(MyelomaCode, """
            ,"extension":[{"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Condition_DiseasePostfixModifier",
                           "valueCodeableConcept":{"coding":[{"system":"http://medis.or.jp/CodeSystem/master-disease-modExCode","code":"8002","display":"の疑い"}]} }]
            """));
        Assert.Empty(facts.Conditions);
        facts.OnlyNote("Condition/c1", "only suspected");
    }

    [Fact]
    public void The_word_suspected_beside_the_code_makes_it_no_diagnosis() =>
        Assert.Empty(Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Icd10, "C90.0", "多発性骨髄腫の疑い"))).Conditions);

    [Fact]
    public void Words_beside_the_shared_ICD_code_make_it_smouldering()
    {
        var facts = Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Icd10, "C90.0", "くすぶり型多発性骨髄腫")));
        Assert.Equal("smouldering-myeloma", Assert.Single(facts.Conditions).ConditionId);
    }

    [Fact]
    public void A_general_cancer_code_beside_myeloma_is_not_another_malignancy()
    {
        var facts = Reading.Facts(Fhir.Condition("""{"coding":[{"system":"http://snomed.info/sct","code":"363346000"},{"system":"http://hl7.org/fhir/sid/icd-10","code":"C90.0"}]}"""));
        Assert.Equal("multiple-myeloma", Assert.Single(facts.Conditions).ConditionId);
    }

    [Fact]
    public void The_histology_of_mCODE_names_the_disease()
    {
        var facts = Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "363346000"), $$"""
            ,"extension":[{"url":"http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior",
                           "valueCodeableConcept":{{Fhir.Concept("http://terminology.hl7.org/CodeSystem/icd-o-3", "9732/3")}} }]
            """));
        Assert.Equal("multiple-myeloma", Assert.Single(facts.Conditions).ConditionId);
    }

    [Theory]
    [InlineData("""{"coding":[{"system":"http://snomed.info/sct","code":"24484000"}]}""", true)]
    [InlineData("""{"coding":[{"system":"http://snomed.info/sct","code":"255604002"}]}""", false)]
    [InlineData("""{"text":"重症"}""", true)]
    public void Severity_is_read(string severity, bool expected) =>
        Assert.Equal(expected, The("peripheral-neuropathy", Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "302226006"), $",\"severity\":{severity}"))).IsSevere);

    [Theory]
    [InlineData("203522001", "bone-lesions")]
    [InlineData("441684001", "bone-lesions")]
    public void Lytic_lesions_are_at_least_one_lesion_since_the_onset(string snomed, string fact)
    {
        var facts = Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, snomed)));
        Assert.Equal(">= 1", facts.Number(fact));
        Assert.Equal("2026-10-20", facts.The(fact).Date.Text);
    }

    [Fact]
    public void Bone_lesions_stay_found_when_the_condition_is_resolved() =>
        Assert.Equal(">= 1", Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "203522001"), clinical: "resolved")).Number("bone-lesions"));

    [Fact]
    public void Another_finding_that_is_resolved_is_not_present() =>
        Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "42345000"), clinical: "resolved")).KnowsNothingOf("polyneuropathy");

    [Fact]
    public void Extramedullary_plasmacytoma_is_a_diagnosis_and_two_findings()
    {
        var facts = Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "188718006")));
        Assert.True(facts.IsPresent("extramedullary-disease"));
        Assert.True(facts.IsPresent("plasmacytoma"));
        The("extramedullary-plasmacytoma", facts);
    }

    [Fact]
    public void A_drug_induced_neuropathy_is_not_the_polyneuropathy_of_POEMS()
    {
        var facts = Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Icd10, "G62.0")));
        The("peripheral-neuropathy", facts);
        facts.KnowsNothingOf("polyneuropathy");
    }

    [Fact]
    public void A_graded_toxicity_code_carries_its_grade()
    {
        var facts = Reading.Facts(Fhir.Condition(Fhir.Concept("http://hl7.org/fhir/sid/icd-10-cm", "D89.832")));
        The("cytokine-release-syndrome", facts);
        Assert.Equal("2", facts.Number("crs-grade"));
    }

    [Fact]
    public void A_transplant_status_is_a_transplant_in_the_past() =>
        Assert.Equal("transplant-unspecified", Assert.Single(Reading.Facts(Fhir.Condition(Fhir.Concept("http://hl7.org/fhir/sid/icd-10-cm", "Z94.84"))).Procedures).ProcedureId);

    [Fact]
    public void An_allergy_recorded_as_a_condition_is_an_allergy() =>
        Assert.Equal("aspirin", Assert.Single(Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "293586001"))).Allergies).DrugId);

    [Fact]
    public void The_stage_of_the_condition_is_read() =>
        Assert.Equal("II", Reading.Facts(Fhir.Condition(MyelomaCode, $",\"stage\":[{{\"summary\":{Fhir.Concept("http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "C70659")}}}]")).Code("recorded-iss"));

    [Fact]
    public void A_whole_name_of_the_closed_list_is_a_diagnosis_by_name()
    {
        RecordedCondition condition = Assert.Single(Reading.Facts(Fhir.Condition("{\"text\":\"多発性骨髄腫\"}")).Conditions);
        Assert.Equal(("multiple-myeloma", true), (condition.ConditionId, condition.MatchedByText));
        Assert.Empty(Reading.Facts(Fhir.Condition("{\"text\":\"多発性骨髄腫の疑い\"}")).Conditions);
        Assert.False(Assert.Single(Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "109989006"))).Conditions).MatchedByText);
    }

    [Fact]
    public void An_unreadable_onset_is_reported_and_the_recorded_date_used()
    {
        var facts = Reading.Facts($$"""{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"code":{{MyelomaCode}},"onsetDateTime":"autumn","recordedDate":"2026-11-02"}""");
        Assert.Equal("2026-11-02", The("multiple-myeloma", facts).Since!.Value.Text);
        facts.OnlyNote("Condition/c1", "onsetDateTime is no readable date");
    }

    [Fact]
    public void Codes_that_mean_nothing_here_are_silent() => Assert.Empty(Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Snomed, "38341003"))).Notes);

    [Theory]
    [InlineData("Family history of myeloma")]
    [InlineData("骨髄腫の家族歴")]
    [InlineData("No evidence of myeloma")]
    [InlineData("多発性骨髄腫は否定的")]
    public void A_text_beside_the_code_that_denies_it_or_names_a_relative_takes_it_out(string text)
    {
        var facts = Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Icd10, "C90.0", text)));
        Assert.Empty(facts.Conditions);
        facts.OnlyNote("Condition/c1", "does not say that this patient has it");
    }

    [Theory]
    [InlineData("History of deep vein thrombosis")]
    [InlineData("深部静脈血栓症の既往")]
    public void A_past_diagnosis_is_history(string text) =>
        Assert.False(Assert.Single(Reading.Facts(Fhir.Condition(Fhir.Concept(Fhir.Icd10, "I80.2", text))).Conditions).IsCurrent);
}
