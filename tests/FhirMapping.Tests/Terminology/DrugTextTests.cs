using Cds.FhirMapping.Terminology;

namespace Cds.FhirMapping.Tests.Terminology;

public sealed class DrugTextTests
{
    private static readonly DrugNames Names = new(Reading.Knowledge.Drugs.Values, Reading.Codes);

    [Theory]
    [InlineData("acyclovir ointment")]
    [InlineData("ACYCLOVIR 5 % EX CREA")]
    [InlineData("デキサメタゾン点眼液0.1%")]
    [InlineData("ｿﾞﾋﾞﾗｯｸｽ眼軟膏3%")]
    [InlineData("dexamethasone ophthalmic")]
    [InlineData("dexamethasone sodium phosphate 0.1 % OP SOLN")]
    [InlineData("prednisolone acetate 1% eye drops")]
    [InlineData("デキサメタゾン口腔用軟膏")]
    [InlineData("acyclovir 50 MG Buccal Tablet")]
    public void Forms_for_one_place_are_not_the_systemic_drug(string text)
    {
        DrugText read = Names.Read(text);
        Assert.True(read.IsLocalForm);
        Assert.NotEmpty(read.Drugs);
        Assert.Empty(read.Given);
    }

    [Theory]
    [InlineData("cholecalciferol 1000 UNT soft gel")]
    [InlineData("デキサメタゾン錠4mg")]
    [InlineData("aciclovir 250 mg powder for solution for infusion")]
    [InlineData("bortezomib subcutaneous injection")]
    public void Forms_for_the_whole_body_are(string text) => Assert.False(Names.Read(text).IsLocalForm);

    [Theory]
    [InlineData("lenalidomide - ON HOLD")]
    [InlineData("hold lenalidomide")]
    [InlineData("Revlimid 10 mg (discontinued)")]
    [InlineData("レナリドミド休薬中")]
    [InlineData("レブラミドカプセル5mg　中止")]
    public void A_drug_on_hold_is_named_but_not_given(string text)
    {
        DrugText read = Names.Read(text);
        Assert.Equal(["lenalidomide"], read.Drugs);
        Assert.True(read.IsOnHold);
        Assert.Empty(read.Given);
    }

    [Theory]
    [InlineData("NOT lenalidomide")]
    [InlineData("Placebo / lenalidomide (blinded study drug)")]
    [InlineData("do not give lenalidomide")]
    [InlineData("no lenalidomide")]
    [InlineData("lenalidomide - not given")]
    [InlineData("レナリドミド未投与")]
    [InlineData("プラセボ（レナリドミド対照）")]
    public void A_denial_or_placebo_is_no_exposure(string text)
    {
        DrugText read = Names.Read(text);
        Assert.True(read.IsNotGiven);
        Assert.Empty(read.Given);
    }

    [Theory]
    [InlineData("lenalidomide 10 mg capsule, do not crush or chew")]
    [InlineData("Revlimid 5 mg: hold if ANC below 500")]
    [InlineData("lenalidomide (dose not specified)")]
    public void Advice_on_the_label_denies_nothing(string text) => Assert.Equal(["lenalidomide"], Names.Read(text).Given);

    [Theory]
    [InlineData("タケルダ配合錠", "aspirin")]
    [InlineData("キャブピリン配合錠", "aspirin")]
    [InlineData("DARZALEX FASPRO 1800-30000 MG-UT/15ML SC SOLN", "daratumumab")]
    [InlineData("daratumumab / hyaluronidase-fihj", "daratumumab")]
    [InlineData("ダラツムマブ・ボルヒアルロニダーゼ アルファ配合皮下注", "daratumumab")]
    public void Combinations_hold_the_drug(string text, string drug) => Assert.Equal([drug], Names.Read(text).Given);

    [Theory]
    [InlineData("メルファランフルフェナミド", "melphalan-flufenamide")]
    [InlineData("メチルプレドニゾロン錠4mg", "methylprednisolone")]
    [InlineData("valacyclovir 500 MG Oral Tablet", "valacyclovir")]
    [InlineData("pegfilgrastim", "pegfilgrastim")]
    public void Names_inside_other_names_stay_apart(string text, string drug) => Assert.Equal([drug], Names.Read(text).Drugs);

    [Theory]
    [InlineData("study drug")]
    [InlineData("化学療法")]
    [InlineData("VRd")]
    [InlineData("BLd療法")]
    [InlineData("M0815")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("治験薬ABC-123")]
    [InlineData("治験薬（JNJ-0000）200 mg")]
    [InlineData("Study drug XYZ-001 capsule")]
    [InlineData("investigational product, arm B")]
    public void A_text_that_stands_for_any_drug_says_nothing(string text) => Assert.True(Names.Read(text).SaysNothing);

    [Theory]
    [InlineData("furosemide 40 mg tablet")]
    [InlineData("アムロジピン錠5mg")]
    [InlineData("酸化マグネシウム")]
    [InlineData("成長ホルモン負荷試験薬")]
    public void Another_drug_says_what_it_is(string text)
    {
        DrugText read = Names.Read(text);
        Assert.Empty(read.Drugs);
        Assert.False(read.SaysNothing);
    }
}
