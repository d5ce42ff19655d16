using Cds.Knowledge.Values;

namespace Cds.Knowledge.Tests.Values;

/// <summary>Texts that become part of another.</summary>
public sealed class LocalizedTextTests
{
    [Theory]
    [InlineData("Interstitial lung disease is recorded", "interstitial lung disease is recorded")]
    [InlineData("A current thrombosis is recorded", "a current thrombosis is recorded")]
    [InlineData("AL amyloidosis", "AL amyloidosis")]
    [InlineData("HBs antigen is positive", "HBs antigen is positive")]
    [InlineData("25 mg is too much", "25 mg is too much")]
    public void The_rest_of_a_sentence_begins_small_but_for_abbreviations(string whole, string rest) => Assert.Equal(rest, new LocalizedText(whole, "").Uncapitalised.En);

    [Theory]
    [InlineData("20 mg", "20 mg", "age 75", "75歳以上", "20 mg (age 75)", "20 mg（75歳以上）")]
    [InlineData("20 mg", "20 mg", "diabetes (current)", "糖尿病（現在）", "20 mg [diabetes (current)]", "20 mg［糖尿病（現在）］")]
    public void No_bracket_stands_in_another_of_its_kind(string en, string ja, string insideEn, string insideJa, string bracketedEn, string bracketedJa) =>
        Assert.Equal(new LocalizedText(bracketedEn, bracketedJa), new LocalizedText(en, ja).Bracketed(new LocalizedText(insideEn, insideJa)));
}
