using System.Globalization;
using Cds.FhirMapping.Terminology;
using Cds.FhirMapping.Tests.Field;

namespace Cds.FhirMapping.Tests.Terminology;

public sealed class ProductStrengthsTests
{
    private static readonly ProductStrengths Strengths = new(new DrugNames(Reading.Knowledge.Drugs.Values, Reading.Codes));

    [Theory]
    [InlineData("RxNorm", "602910", "lenalidomide 10 mg capsule")]
    [InlineData("RxNorm", "1242231", "lenalidomide 2.5 mg capsule")]
    [InlineData("RxNorm", "643720", "lenalidomide 25 mg capsule")]
    [InlineData("RxNorm", "360177", "thalidomide 200 mg capsule")]
    [InlineData("RxNorm", "1726439", "daratumumab 400 mg vial")]
    [InlineData("RxNorm", "351114", "zoledronic-acid 4 mg vial")]
    [InlineData("RxNorm", "1046398", "denosumab 120 mg vial")]
    [InlineData("YJ", "4291024M1024", "lenalidomide 5 mg capsule")]
    [InlineData("YJ", "4291024M2020", "lenalidomide 2.5 mg capsule")]
    [InlineData("YJ", "4291024M1059", "lenalidomide 5 mg capsule")]
    [InlineData("MHLW", "4291412D1024", "bortezomib 3 mg vial")]
    [InlineData("YJ", "4291500A1023", "daratumumab 1800 mg vial")]
    [InlineData("HOT9", "109044402", "melphalan 2 mg tablet")]
    [InlineData("HOT7", "1090444", "melphalan 2 mg tablet")]
    [InlineData("RECEIPT", "614210014", "melphalan 2 mg tablet")]
    public void A_product_code_says_what_one_piece_holds(string system, string code, string expected) =>
        Assert.Equal(expected, Said(Strengths.Find(CodeInSystem.Of(CodedFieldTable.Uri(system), code))));

    [Theory]
    [InlineData("RxNorm", "342369", "an ingredient")]
    [InlineData("RxNorm", "602909", "a form without strength")]
    [InlineData("RxNorm", "1721957", "a concentration without volume")]
    [InlineData("YJ", "4291024", "an ingredient")]
    [InlineData("NDC", "99999-999-98", "no code of the list")]
    [InlineData("LOCAL", "602910", "a number of another list")]
    public void Codes_that_name_no_strength_say_none(string system, string code, string because)
    {
        Assert.NotEmpty(because);
        Assert.Null(Strengths.Find(CodeInSystem.Of(CodedFieldTable.Uri(system), code)));
    }

    [Theory]
    [InlineData("59572-410-28")]
    [InlineData("59572041028")]
    public void A_US_package_code_is_found_with_and_without_hyphens(string code) =>
        Assert.Equal("lenalidomide 10 mg capsule", Said(Strengths.Find(CodeInSystem.Of(CodedFieldTable.Uri("NDC"), code))));

    [Theory]
    [InlineData("lenalidomide 10 MG Oral Capsule", "lenalidomide 10 mg capsule")]
    [InlineData("レブラミドカプセル5mg", "lenalidomide 5 mg capsule")]
    [InlineData("ﾚﾌﾞﾗﾐﾄﾞｶﾌﾟｾﾙ２．５ｍｇ", "lenalidomide 2.5 mg capsule")]
    [InlineData("ゾメタ点滴静注4mg/100mL", "zoledronic-acid 4 mg vial")]
    [InlineData("Velcade 3.5 mg vial", "bortezomib 3.5 mg vial")]
    [InlineData("サレドカプセル100", "thalidomide 100 mg capsule")]
    [InlineData("サレドカプセル５０", "thalidomide 50 mg capsule")]
    [InlineData("20 ML daratumumab 20 MG/ML Injection [Darzalex]", "daratumumab 400 mg vial")]
    [InlineData("DARZALEX FASPRO 1800-30000 MG-UT/15ML SC SOLN", "daratumumab 1800 mg ?")]
    [InlineData("アルファロールカプセル0.25μg", "alfacalcidol 0.25 ug capsule")]
    [InlineData("ランマーク皮下注120mg", "denosumab 120 mg vial")]
    [InlineData("ibuprofen-free aspirin 81 mg tablet", "aspirin 81 mg tablet")]
    [InlineData("cyclophosphamide 1 g vial", "cyclophosphamide 1000 mg vial")]
    [InlineData("ヘパリンナトリウム注5千単位", "?")]
    [InlineData("heparin 5,000 units vial", "heparin 5000 [IU] vial")]
    public void A_product_text_says_what_one_piece_holds(string text, string expected) => Assert.Equal(expected, Said(Strengths.FromText(text)));

    [Theory]
    [InlineData("lenalidomide capsule", "no amount")]
    [InlineData("bortezomib (VELCADE) injection 2.5 mg/mL", "a concentration")]
    [InlineData("acyclovir 200 mg/5 mL oral suspension", "a spoon")]
    [InlineData("lenalidomide 10 mg capsule, take 25 mg", "two amounts")]
    [InlineData("aspirin 100 mg / lenalidomide 10 mg", "two drugs")]
    [InlineData("アシクロビル顆粒40%", "a share")]
    [InlineData("サレドカプセル", "no amount")]
    [InlineData("サレドカプセル1000", "no product of the list")]
    [InlineData("furosemide 40 mg tablet", "another drug")]
    public void A_text_that_gives_no_single_strength_says_none(string text, string because)
    {
        Assert.NotEmpty(because);
        Assert.Null(Strengths.FromText(text));
    }

    private static string Said(ProductStrength? strength) =>
        strength is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s.DrugId} {s.Amount / 1.0000m} {s.Unit} {s.Form ?? "?"}") : "?";
}
