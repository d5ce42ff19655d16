using Cds.FhirMapping.Cytogenetics;

namespace Cds.FhirMapping.Tests.Cytogenetics;

/// <summary>One row a case: the text, and what it says (+ present, - absent, ? undecided).</summary>
public sealed class IscnReaderTests
{
    [Theory]
    [InlineData("46,XX,t(4;14)(p16;q32)", "+t-4-14")]
    [InlineData("46,XY,t(4;14)(p16;q32),del(17)(p13)[5]/46,XY[15]", "+t-4-14 +del-17p")]
    [InlineData("45,X,-Y,-13,del(1)(p21p31),dup(1)(q21q32)[4]", "+del-13q +del-1p +gain-1q")]
    [InlineData("43,XX,-13,-17[3]", "+del-13q +del-17p")]
    [InlineData("46,XX,i(17)(q10)", "+del-17p")]
    [InlineData("46,XX,t(14;16)(q32;q23),t(14;20)(q32;q12)", "+t-14-16 +t-14-20")]
    [InlineData("46,XX,?del(17)(p13)", "?del-17p")]
    [InlineData("46,XX[20]", "")]
    [InlineData("46,XX,del(1)(q21)", "")]
    [InlineData("nuc ish(TP53x1,D17Z1x2)[60/200]", "+del-17p")]
    [InlineData("nuc ish(TP53x2,D17Z1x2)[200]", "-del-17p")]
    [InlineData("nuc ish(CKS1B×4)[120/200],(RB1x1)[80/200]", "+gain-1q +del-13q")]
    [InlineData("nuc ish(FGFR3,IGH)x3(FGFR3 con IGHx2)[90/200]", "+t-4-14")]
    public void ISCN_text(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("t(4;14) not detected", "-t-4-14")]
    [InlineData("t(4;14): negative; del(17p): positive (45%)", "-t-4-14 +del-17p")]
    [InlineData("t(4;14), t(14;16) and del(17p): not detected", "-t-4-14 -t-14-16 -del-17p")]
    [InlineData("No t(4;14), t(14;16) or del(17p) detected. 1q21 gain present.", "-t-4-14 -t-14-16 -del-17p +gain-1q")]
    [InlineData("Negative for t(4;14) and t(14;16)", "-t-4-14 -t-14-16")]
    [InlineData("del(13q) detected, no t(4;14)", "+del-13q -t-4-14")]
    [InlineData("FISH: gain(1q21) in 65% of plasma cells detected", "+gain-1q")]
    [InlineData("17p欠失 陽性、t(4;14) 陰性", "+del-17p -t-4-14")]
    [InlineData("17p13(TP53)欠失を認めず", "-del-17p")]
    [InlineData("1q21増幅あり", "+gain-1q")]
    [InlineData("13q欠失：検出、IgH/FGFR3：検出せず", "+del-13q -t-4-14")]
    [InlineData("IgH/MAF 陽性", "+t-14-16")]
    [InlineData("IGH::MAFB fusion positive", "+t-14-20")]
    [InlineData("monosomy 13 present", "+del-13q")]
    [InlineData("TP53 deletion absent", "-del-17p")]
    [InlineData("t(4;14) 判定保留", "?t-4-14")]
    [InlineData("t(11;14) test pending", "?t-11-14")]
    [InlineData("IGH/FGFR3 probe set", "?t-4-14")]
    [InlineData("t(4;14) positive. On repeat t(4;14) negative.", "?t-4-14")]
    [InlineData("+1q", "+gain-1q")]
    [InlineData("Deletion 17p13 was identified in 22% of nuclei", "+del-17p")]
    [InlineData("Loss of 17p: present. Gain of 1q21: detected", "+del-17p +gain-1q")]
    [InlineData("No loss of TP53, no gain of CKS1B. Deletion of chromosome 13 found", "-del-17p -gain-1q +del-13q")]
    [InlineData("第17番染色体短腕欠失を認めた。第1番染色体長腕の増幅は見られない", "+del-17p -gain-1q")]
    [InlineData("13番染色体長腕の欠失あり、1番染色体短腕欠失なし", "+del-13q -del-1p")]
    [InlineData("TP53遺伝子の欠失は検出されませんでした", "-del-17p")]
    [InlineData("t(4;14) was ruled out", "-t-4-14")]
    [InlineData("t(4;14) cannot be ruled out", "?t-4-14")]
    [InlineData("t(4;14)は否定できない", "?t-4-14")]
    [InlineData("t(4;14)は否定的、11番染色体長腕の増幅あり", "-t-4-14")]
    public void Text_of_laboratories(string text, string expected) => Check(text, expected);

    [Fact]
    public void A_bare_share_of_cells_is_left_to_the_cut_off()
    {
        CytogeneticFinding finding = Assert.Single(IscnReader.Read("del(17p) 12.5 %"));
        Assert.Equal(("del-17p", FhirMapping.Values.Answer.None, 12.5m), (finding.FactId, finding.Answer, finding.Share?.Percent.Exact));
    }

    private static void Check(string text, string expected)
    {
        IEnumerable<string> found = IscnReader.Read(text).Select(f => f.Answer switch
        {
            FhirMapping.Values.Answer.Positive => "+",
            FhirMapping.Values.Answer.Negative => "-",
            _ => "?",
        } + f.FactId);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }
}
