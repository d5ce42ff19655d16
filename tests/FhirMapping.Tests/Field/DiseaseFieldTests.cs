using Cds.FhirMapping.Terminology;
using Cds.Knowledge.Patients;

namespace Cds.FhirMapping.Tests.Field;

/// <summary>Diseases as records write them: by code of seven systems and by whole name in English and Japanese.</summary>
public sealed class DiseaseFieldTests
{
    private static readonly ConceptRecogniser Recogniser = new(Reading.Codes, new ConceptNames(), new CodeClasses(Reading.Codes));

    public static TheoryData<string, string, string, string, string> Rows() =>
        new(CodedFieldTable.Read("diseases").Concat(CodedFieldTable.Read("own-diseases")).Select(r => (r["id"], r["text"], r["system"], r["code"], r["expected"])));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_disease_says_what_it_is_by_code_or_whole_name(string id, string text, string system, string code, string expected)
    {
        ConceptRecognition found = Recogniser.Recognise(
            TargetKind.Condition, code.Length > 0 ? [CodeInSystem.Of(CodedFieldTable.Uri(system), code)] : [], text.Length > 0 ? [text] : []);
        string[] plasmaCell = [.. PlasmaCellDisorders(found)];
        string[] answers = expected["condition:".Length..].Split('|');
        Assert.True(answers.Contains("none") ? plasmaCell.Length == 0 : plasmaCell.Length == 1 && answers.Contains(plasmaCell[0]), $"{id}: {expected}, but {string.Join(' ', plasmaCell)}");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_disease_is_read_or_kept_as_unidentified(string id, string text, string system, string code, string expected)
    {
        PatientFacts facts = Reading.Facts(Fhir.Condition(CodedFieldTable.Concept(text, system, code)));
        string[] read = [.. facts.Conditions.Select(c => c.ConditionId).Where(c => Reading.Knowledge.Conditions[c].IsPlasmaCellDisorder)];
        Assert.Equal(text.Length == 0 && system == "LOCAL", facts.Unidentified.Any(u => u.Part == RecordedHistory.Conditions));
        string answer = expected["condition:".Length..];
        Assert.True(answer == "none" ? read.Length == 0 : read.SequenceEqual([answer]), $"{id}: {string.Join(' ', read)}");
    }

    [Theory]
    [InlineData("Plasma cell myeloma", "multiple-myeloma")]
    [InlineData("Relapsed/refractory multiple myeloma", "multiple-myeloma")]
    [InlineData("Multiple myeloma (disorder)", "multiple-myeloma")]
    [InlineData("IgG-κ型多発性骨髄腫", "multiple-myeloma")]
    [InlineData("多発性骨髄腫（ＩｇＡ－λ型）", "multiple-myeloma")]
    [InlineData("くすぶり型骨髄腫", "smouldering-myeloma")]
    [InlineData("monoclonal gammopathy of undetermined significance (MGUS)", "mgus")]
    [InlineData("意義不明の単クローン性ガンマグロブリン血症（MGUS）", "mgus")]
    [InlineData("孤立性形質細胞腫", "solitary-plasmacytoma-bone")]
    [InlineData("髄外性形質細胞腫", "extramedullary-plasmacytoma")]
    [InlineData("Systemic light-chain amyloidosis", "al-amyloidosis")]
    [InlineData("クロウ・深瀬症候群", "poems")]
    [InlineData("Waldenström's macroglobulinemia", "waldenstrom")]
    [InlineData("骨髄腫腎", "cast-nephropathy")]
    public void Whole_names_of_the_plasma_cell_diseases_are_known(string text, string condition) =>
        Assert.Equal([condition], PlasmaCellDisorders(Recogniser.Recognise(TargetKind.Condition, [], [text])));

    [Fact]
    public void Amyloidosis_without_its_type_is_not_that_of_light_chains() =>
        Assert.Equal([new CodeTarget(TargetKind.Condition, "amyloidosis")], Recogniser.Recognise(TargetKind.Condition, [], ["全身性アミロイドーシス"]).Targets);

    [Fact]
    public void A_name_that_says_remission_says_both() => Assert.Equal(
        [new CodeTarget(TargetKind.Condition, "multiple-myeloma"), new CodeTarget(TargetKind.Qualifier, "in-remission")],
        Recogniser.Recognise(TargetKind.Condition, [], ["Multiple myeloma in remission"]).Targets);

    [Theory]
    [InlineData("?multiple myeloma", "a question")]
    [InlineData("多発性骨髄腫の疑い", "a suspicion")]
    [InlineData("History of multiple myeloma in mother", "another person")]
    [InlineData("多発性骨髄腫否定", "a denial")]
    [InlineData("ATTRアミロイドーシス", "another amyloidosis")]
    public void A_longer_text_is_no_diagnosis(string text, string because)
    {
        Assert.NotEmpty(because);
        Assert.Empty(Recogniser.Recognise(TargetKind.Condition, [], [text]).Targets);
    }

    [Theory]
    [InlineData("ICD-O-3", "9733/3", "plasma-cell-leukaemia")]
    [InlineData("ICD-O-3", "M9732/3", "multiple-myeloma")]
    [InlineData("ICD-O-3", "9761/1", "mgus")]
    [InlineData("JP-ICD-10", "C900", "multiple-myeloma")]
    [InlineData("ICD-10-GM", "C90.10", "plasma-cell-leukaemia")]
    [InlineData("ICD-10-CM", "c90.20", "extramedullary-plasmacytoma")]
    public void Codes_are_known_in_their_spellings(string system, string code, string condition) =>
        Assert.Contains(condition, Reading.Codes.Find(Reading.Concept(CodedFieldTable.Uri(system), code), TargetKind.Condition));

    [Theory]
    [InlineData("ICD-10", "J18.9", RecordIdentity.Known)]
    [InlineData("ICD-10", "H52.1", RecordIdentity.SomethingElse)]
    [InlineData("ICD-10", "C90", RecordIdentity.Unidentified)]
    [InlineData("ICD-O-3", "8140/3", RecordIdentity.SomethingElse)]
    [InlineData("ICD-O-3", "9735/3", RecordIdentity.Unidentified)]
    [InlineData("LOCAL", "D9999", RecordIdentity.Unidentified)]
    public void A_class_that_holds_one_of_ours_cannot_tell(string system, string code, object identity) =>
        Assert.Equal(identity, Recogniser.Recognise(TargetKind.Condition, [CodeInSystem.Of(CodedFieldTable.Uri(system), code)], []).Identity);

    private static IEnumerable<string> PlasmaCellDisorders(ConceptRecognition found) =>
        found.Targets.Where(t => t.Kind == TargetKind.Condition && Reading.Knowledge.Conditions[t.Id].IsPlasmaCellDisorder).Select(t => t.Id);
}
