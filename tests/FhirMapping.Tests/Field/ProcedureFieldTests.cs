using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Procedures as records write them: transplantations and CAR-T infusions by code and by name, and what is none of them.</summary>
public sealed class ProcedureFieldTests
{
    private static readonly ConceptRecogniser Recogniser = new(Reading.Codes, new ConceptNames(), new CodeClasses(Reading.Codes));

    private static readonly string[] Transplants = ["autologous-transplant", "allogeneic-transplant", "transplant-unspecified"];

    public static TheoryData<string, string, string, string, string> Rows() =>
        new(CodedFieldTable.Read("procedures").Concat(CodedFieldTable.Read("own-procedures")).Select(r => (r["id"], r["text"], r["system"], r["code"], r["expected"])));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_procedure_says_what_it_is_by_code_or_whole_name(string id, string text, string system, string code, string expected)
    {
        ConceptRecognition found = Recogniser.Recognise(
            TargetKind.Procedure, code.Length > 0 ? [CodeInSystem.Of(CodedFieldTable.Uri(system), code)] : [], text.Length > 0 ? [text] : []);
        bool transplant = found.Targets.Any(t => Transplants.Contains(t.Id));
        bool carT = found.Targets.Any(t => t.Id == "car-t-infusion");
        bool fits = expected.Split('|').Any(answer => answer switch
        {
            "transplant" => transplant,
            "car-t" => carT,
            "none" => !transplant && found.Identity != RecordIdentity.Unidentified,
            "no-car-t" => !carT && found.Identity != RecordIdentity.Unidentified,
            "unidentified" => found.Identity == RecordIdentity.Unidentified,
            _ => false,
        });
        Assert.True(fits, $"{id}: {expected}, but {found.Identity} {string.Join(' ', found.Targets)}");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_procedure_is_read_or_kept_as_unidentified(string id, string text, string system, string code, string expected)
    {
        PatientFacts facts = Reading.Facts($$"""
            {"resourceType":"Procedure","id":"x","status":"completed","subject":{"reference":"Patient/p1"},"performedDateTime":"2026-10-01","code":{{CodedFieldTable.Concept(text, system, code)}}}
            """);
        string[] read = [.. facts.Procedures.Select(p => p.ProcedureId)];
        Assert.True((expected == "transplant") == read.Any(Transplants.Contains) && (expected == "car-t") == read.Contains("car-t-infusion"), $"{id}: {string.Join(' ', read)}");
        Assert.True((expected == "unidentified") == facts.Unidentified.Any(u => u is { Part: RecordedHistory.Procedures, Resource: "Procedure/x" }), id);
        Assert.Equal(expected == "unidentified", facts.Notes.Any(note => note.Resource == "Procedure/x"));
        Assert.All(facts.Procedures, p => Assert.Equal(code.Length == 0, p.MatchedByText));
    }

    [Theory]
    [InlineData("38240", "allogeneic-transplant")]
    [InlineData("38206", "stem-cell-harvest")]
    [InlineData("38225", "leukapheresis")]
    public void Harvest_and_the_cells_of_a_donor_are_not_an_autologous_transplantation(string cpt, string procedure) =>
        Assert.Equal([procedure], Reading.Codes.Find(Reading.Concept(CodedFieldTable.Uri("CPT"), cpt), TargetKind.Procedure));

    [Theory]
    [InlineData("30243G2", "allogeneic-transplant")]
    [InlineData("30233Y0", "autologous-transplant")]
    [InlineData("6A551ZV", "stem-cell-harvest")]
    [InlineData("XW043K7", "car-t-infusion")]
    [InlineData("xw033a7", "car-t-infusion")]
    public void Inpatient_codes_say_whose_cells_they_are(string code, string procedure) =>
        Assert.Equal([procedure], Reading.Codes.Find(Reading.Concept(CodedFieldTable.Uri("ICD-10-PCS"), code), TargetKind.Procedure));

    [Theory]
    [InlineData("K922", "transplant-unspecified")]
    [InlineData("K922 2 ロ", "autologous-transplant")]
    [InlineData("Ｋ９２２ ２ イ", "allogeneic-transplant")]
    [InlineData("K922-2", "car-t-infusion")]
    [InlineData("K921", "stem-cell-harvest")]
    public void The_Japanese_fee_schedule_tells_the_second_kind_of_transplantation_from_CAR_T_cells(string code, string procedure) =>
        Assert.Equal([procedure], Reading.Codes.Find(Reading.Concept("http://jpfhir.jp/fhir/core/CodeSystem/JP_ProcedureCodesMedical_CS", code), TargetKind.Procedure));

    [Theory]
    [InlineData("Autologous peripheral blood stem cell transplantation", "autologous-transplant")]
    [InlineData("Autologous haematopoietic stem cell transplant (procedure)", "autologous-transplant")]
    [InlineData("auto-HSCT", "autologous-transplant")]
    [InlineData("同種末梢血幹細胞移植", "allogeneic-transplant")]
    [InlineData("Bone marrow transplant", "transplant-unspecified")]
    [InlineData("自家造血幹細胞移植術", "autologous-transplant")]
    [InlineData("Stem cell collection", "stem-cell-harvest")]
    [InlineData("CAR-T細胞療法", "car-t-infusion")]
    [InlineData("CAR T-cell therapy", "car-t-infusion")]
    public void Whole_names_of_the_list_are_known(string text, string procedure)
    {
        ConceptRecognition found = Recogniser.Recognise(TargetKind.Procedure, [], [text]);
        Assert.Equal((RecordIdentity.Known, procedure), (found.Identity, Assert.Single(found.Targets).Id));
    }

    [Theory]
    [InlineData("Consultation for autologous stem cell transplant", "a visit")]
    [InlineData("移植外来受診", "a visit")]
    [InlineData("Kidney transplant", "another organ")]
    [InlineData("角膜移植術", "another organ")]
    [InlineData("自家移植の適応検討", "a plan")]
    [InlineData("colonoscopy", "another procedure")]
    public void Visits_plans_and_other_organs_are_something_else(string text, string because)
    {
        Assert.NotEmpty(because);
        Assert.Equal(RecordIdentity.SomethingElse, Recogniser.Recognise(TargetKind.Procedure, [], [text]).Identity);
    }

    [Theory]
    [InlineData("ASCT day 0 melphalan 200", "speaks of a transplantation, but is no name of one")]
    [InlineData("Procedure", "stands for anything")]
    [InlineData("手術", "stands for anything")]
    public void A_text_that_may_be_a_transplantation_or_anything_stays_open(string text, string because)
    {
        Assert.NotEmpty(because);
        Assert.Equal(RecordIdentity.Unidentified, Recogniser.Recognise(TargetKind.Procedure, [], [text]).Identity);
    }

    [Theory]
    [InlineData("ICD-10-PCS", "XW0DXR5", RecordIdentity.Unidentified)]
    [InlineData("ICD-10-PCS", "30233N1", RecordIdentity.SomethingElse)]
    [InlineData("ICD-10-PCS", "0DB68ZX", RecordIdentity.SomethingElse)]
    [InlineData("CPT", "99213", RecordIdentity.SomethingElse)]
    [InlineData("CPT", "no code", RecordIdentity.Unidentified)]
    [InlineData("SNOMED", "999999999", RecordIdentity.Unidentified)]
    public void The_class_of_a_code_tells_where_everything_of_ours_is_known(string system, string code, object identity) =>
        Assert.Equal(identity, Recogniser.Recognise(TargetKind.Procedure, [CodeInSystem.Of(CodedFieldTable.Uri(system), code)], []).Identity);
}
