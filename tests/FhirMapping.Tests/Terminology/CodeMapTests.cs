using Cds.FhirMapping.Terminology;
using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Tests.Terminology;

public sealed class CodeMapTests
{
    private static IReadOnlyList<string> Facts(string system, string code) => Reading.Codes.Find(Reading.Concept(system, code), TargetKind.Fact);

    private static IReadOnlyList<string> Conditions(string system, string code, string? text = null) =>
        Reading.Codes.Find(Reading.Concept(system, code, text), TargetKind.Condition);

    private static IReadOnlyList<string> Drugs(string system, string code) => Reading.Codes.Find(Reading.Concept(system, code), TargetKind.Drug);

    [Theory]
    [InlineData("http://loinc.org")]
    [InlineData("https://loinc.org")]
    [InlineData("http://loinc.org/")]
    [InlineData("http://loinc.org|2.77")]
    [InlineData("urn:oid:2.16.840.1.113883.6.1")]
    public void A_system_is_recognised_in_all_its_spellings(string system) => Assert.Equal(["albumin"], Facts(system, "1751-7"));

    [Fact]
    public void A_code_without_its_system_is_nothing()
    {
        Assert.Empty(Facts("https://hospital.example.jp/lab", "1751-7"));
        Assert.Empty(Reading.Codes.Find(Reading.Value<CodeableConcept>("""{"coding":[{"code":"1751-7"}]}"""), TargetKind.Fact));
    }

    [Theory]
    [InlineData("5C065000002306201", "beta2-microglobulin")]
    [InlineData("5C065-0000-023-062-01", "beta2-microglobulin")]
    [InlineData("5C0650000023062", "beta2-microglobulin")]
    [InlineData("3A015000002327101", "albumin")]
    [InlineData("2A030000001930901", "hemoglobin")]
    [InlineData("2A990000001930953", "hemoglobin")]
    [InlineData("2A990000001930955", "platelets")]
    [InlineData("5A141000002306151", "flc-kappa")]
    [InlineData("5A141000002306152", "flc-lambda")]
    [InlineData("5A141000002306153", "flc-ratio")]
    [InlineData("5F016141002305311", "hbs-antigen")]
    [InlineData("5F016143002305201", "hbs-antibody")]
    [InlineData("5A145000000108611", "immunofixation-urine")]
    public void JLAC10_is_matched_by_analyte_material_and_result_whatever_the_method(string code, string fact) => Assert.Equal([fact], Facts(Fhir.Jlac10, code));

    [Theory]
    [InlineData("5C065000000106201", "urine beta-2 microglobulin shares its analyte with serum")]
    [InlineData("3C015000000127101", "urine creatinine")]
    [InlineData("5C065", "an analyte alone does not say the material")]
    [InlineData("5C094000002305301", "troponin I is not troponin T")]
    [InlineData("4Z271000002305301", "BNP is not NT-proBNP")]
    [InlineData("5A140000002306153", "total light chains are not free ones")]
    [InlineData("5A145000000108111", "classic immunoelectrophoresis is not immunofixation")]
    [InlineData("2A990000001930999", "a result of the blood count that is no fact")]
    [InlineData("", "nothing")]
    public void Other_laboratory_codes_are_not_matched(string code, string because)
    {
        Assert.NotEmpty(because);
        Assert.Empty(Facts(Fhir.Jlac10, code));
    }

    [Theory]
    [InlineData("http://jpfhir.jp/fhir/clins/CodeSystem/JLAC10/JP_CLINS_ObsLabResult_CoreLabo_CS", "3A015000002327101")]
    [InlineData("http://jpfhir.jp/fhir/clins/CodeSystem/JLAC10/JP_CLINS_ObsLabResult_CoreLabo_CS", "ALB")]
    [InlineData("http://jpfhir.jp/fhir/clins/CodeSystem/JLAC11/JP_CLINS_ObsLabResult_CoreLabo_CS", "C1003000002327101")]
    [InlineData("urn:oid:1.2.392.200119.4.504", "3A015000002327101")]
    public void Japanese_laboratory_systems_are_recognised(string system, string code) => Assert.Equal(["albumin"], Facts(system, code));

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10", "C90.0")]
    [InlineData("http://hl7.org/fhir/sid/icd-10", "C900")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C90.00")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C90.02")]
    [InlineData("http://jpfhir.jp/fhir/core/mhlw/CodeSystem/ICD10-2013-full", "C900")]
    [InlineData("http://snomed.info/sct", "109989006")]
    [InlineData("http://snomed.info/sct/731000124108", "109989006")]
    [InlineData("http://terminology.hl7.org/CodeSystem/icd-o-3", "9732/3")]
    public void Myeloma_is_recognised_in_every_disease_system(string system, string code) => Assert.Equal(["multiple-myeloma"], Conditions(system, code));

    [Fact]
    public void The_words_beside_a_shared_code_decide()
    {
        Assert.Contains("smouldering-myeloma", Conditions(Fhir.Icd10, "C90.0", "くすぶり型多発性骨髄腫"));
        Assert.Contains("smouldering-myeloma", Conditions(Fhir.Icd10, "C90.0", "Smoldering myeloma"));
        Assert.Equal(["hypocalcaemia"], Conditions(Fhir.Icd10, "E83.5", "低カルシウム血症"));
        Assert.Equal(["hypercalcaemia"], Conditions(Fhir.Icd10, "E83.5", "Hypercalcaemia"));
        Assert.Empty(Conditions(Fhir.Icd10, "E83.5"));
        Assert.Contains("al-amyloidosis", Conditions(Fhir.Icd10, "E85.9", "ALアミロイドーシス"));
        Assert.Equal(["amyloidosis"], Conditions(Fhir.Icd10, "E85.9"));
        Assert.Equal(["osteonecrosis-jaw"], Conditions(Fhir.Icd10, "M87.1", "薬剤関連顎骨壊死"));
        Assert.Empty(Conditions(Fhir.Icd10, "M87.1", "大腿骨頭壊死"));
    }

    [Theory]
    [InlineData("C16.9", true)]
    [InlineData("C50", true)]
    [InlineData("C44.3", false)]
    [InlineData("C79.5", false)]
    [InlineData("C90.0", false)]
    [InlineData("C88.0", false)]
    [InlineData("D12.6", false)]
    public void Another_malignancy_is_any_cancer_but_skin_secondary_and_plasma_cell(string code, bool expected) =>
        Assert.Equal(expected, Conditions(Fhir.Icd10, code).Contains("other-malignancy"));

    [Theory]
    [InlineData("http://www.nlm.nih.gov/research/umls/rxnorm", "358258", "bortezomib")]
    [InlineData("http://www.whocc.no/atc", "L04AX04", "lenalidomide")]
    [InlineData("http://capstandard.jp/iyaku.info/CodeSystem/YJ-code", "4291024M9999", "lenalidomide")]
    [InlineData("urn:oid:1.2.392.100495.20.1.73", "4291500A1023", "daratumumab")]
    [InlineData("http://capstandard.jp/iyaku.info/CodeSystem/YJ-code", "4291437A2024", "daratumumab")]
    [InlineData("http://jpfhir.jp/fhir/core/mhlw/CodeSystem/MedicationGeneralOrderCode", "4291024M1ZZZ", "lenalidomide")]
    [InlineData("http://www.nlm.nih.gov/research/umls/rxnorm", "73645", "valacyclovir")]
    public void Drugs_are_recognised_by_ingredient(string system, string code, string drug) => Assert.Equal([drug], Drugs(system, code));

    [Fact]
    public void The_projects_own_systems_name_everything_by_its_id()
    {
        Assert.Equal(["bone-lesions"], Facts(Fhir.FactSystem, "bone-lesions"));
        Assert.Equal(["poems"], Conditions("https://myeloma-cds.example.org/fhir/CodeSystem/condition|0.1.0", "poems"));
        Assert.Equal(["bortezomib"], Drugs("https://myeloma-cds.example.org/fhir/CodeSystem/drug", "bortezomib"));
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10", "E85.8", true)]
    [InlineData("http://jpfhir.jp/fhir/core/mhlw/CodeSystem/ICD10-2013-full", "E858", true)]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "E85.81", true)]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "E85.82", false)]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "E85.89", false)]
    public void Wild_type_transthyretin_amyloidosis_is_no_light_chain_amyloidosis(string system, string code, bool light) =>
        Assert.Equal(light, Reading.Codes.Find(Reading.Concept(system, code), TargetKind.Condition).Contains("al-amyloidosis"));
}
