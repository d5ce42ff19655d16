using System.Text.RegularExpressions;
using Cds.Knowledge.Loading;

namespace Cds.Knowledge.Tests.Content;

/// <summary>The Japanese of the content has one register, the plain form of notes and guidelines; vignettes are not read by clinicians.</summary>
public sealed partial class JapaneseRegisterTests
{
    public static TheoryData<string> Files => [.. KnowledgeBaseReader.EmbeddedFiles().Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_text_is_in_the_polite_form(string path)
    {
        string[] lines = KnowledgeBaseReader.EmbeddedFiles().Single(file => file.Path == path).Text.Split('\n');
        string[] polite = [.. lines.Where(line => !line.TrimStart().StartsWith('#') && PoliteForm().IsMatch(line)).Select(line => line.Trim())];
        Assert.True(polite.Length == 0, string.Join('\n', polite));
    }

    [Theory]
    [InlineData("ja: 減量します。", true)]
    [InlineData("ja: 禁忌です。", true)]
    [InlineData("ja: 確認してください。", true)]
    [InlineData("ja: 投与しません。", true)]
    [InlineData("ja: 減量する。ますます悪化する例もある。", false)]
    public void The_polite_form_is_found(string line, bool found) => Assert.Equal(found, PoliteForm().IsMatch(line));

    [GeneratedRegex("です[。、（」）が\"' ]|です$|(?<!ま)ます[。、（」）が\"' ]|(?<!ま)ます$|ません|ください|ました|でした")]
    private static partial Regex PoliteForm();
}
