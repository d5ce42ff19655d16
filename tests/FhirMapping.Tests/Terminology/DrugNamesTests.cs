using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Tests.Terminology;

public sealed class DrugNamesTests
{
    private static readonly DrugNames Names = new(Reading.Knowledge.Drugs.Values, Reading.Codes);

    [Theory]
    [InlineData("lenalidomide 25 MG Oral Capsule", "lenalidomide")]
    [InlineData("Velcade 3.5 mg powder for injection", "bortezomib")]
    [InlineData("ボルテゾミブ注射用3mg「トーワ」", "bortezomib")]
    [InlineData("レブラミドカプセル５ｍｇ", "lenalidomide")]
    [InlineData("ﾚﾌﾞﾗﾐﾄﾞｶﾌﾟｾﾙ5mg", "lenalidomide")]
    [InlineData("ダラキューロ配合皮下注", "daratumumab")]
    [InlineData("バイアスピリン錠100mg", "aspirin")]
    [InlineData("zoledronic acid 4 mg/100 mL", "zoledronic-acid")]
    [InlineData("ワーファリン錠1mg", "warfarin")]
    public void Generic_and_trade_names_are_found_in_product_texts(string text, string drug) => Assert.Equal([drug], Names.Find(text));

    [Theory]
    [InlineData("methylprednisolone 1 g", "methylprednisolone")]
    [InlineData("メチルプレドニゾロン", "methylprednisolone")]
    [InlineData("melphalan flufenamide", "melphalan-flufenamide")]
    [InlineData("ドキソルビシン(リポソーム製剤)", "pegylated-liposomal-doxorubicin")]
    public void The_longest_name_at_a_place_wins(string text, string drug) => Assert.Equal([drug], Names.Find(text));

    [Theory]
    [InlineData("グランダキシン錠50", "holds the names of filgrastim and cisplatin brands inside another word")]
    [InlineData("amlodipine 5 mg", "another drug")]
    [InlineData("骨髄移植", "no drug")]
    [InlineData("", "nothing")]
    public void Other_texts_name_no_drug(string text, string because)
    {
        Assert.NotEmpty(because);
        Assert.Empty(Names.Find(text));
    }

    [Fact]
    public void A_text_may_name_several_drugs() =>
        Assert.Equal(["bortezomib", "dexamethasone"], Names.Find("bortezomib + dexamethasone").Order());
}
