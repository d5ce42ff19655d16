using System.Text.RegularExpressions;
using Cds.Knowledge.Loading;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Tests.Content;

/// <summary>One spelling each in the Japanese of the content: the list is data (<c>japanese-spelling.tsv</c>: pattern, what stands instead, why). Titles of works are as printed.</summary>
public sealed class JapaneseSpellingTests
{
    private const string Works = "documents/";

    private static readonly (Regex Pattern, string Instead)[] Spellings =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Knowledge.Tests", "Content", "japanese-spelling.tsv")).Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split('\t')).Select(cells => (new Regex(cells[0], RegexOptions.CultureInvariant), cells[1])),
    ];

    public static TheoryData<string> Files => [.. KnowledgeBaseReader.EmbeddedFiles().Select(file => file.Path).Where(path => !path.Contains(Works, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_word_has_one_spelling(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(KnowledgeBaseReader.EmbeddedFiles().Single(file => file.Path == path).Text));
        string[] faults = [.. stream.Documents.SelectMany(document => Japanese(document.RootNode)).SelectMany(Faults)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("1日500mg", true)]
    [InlineData("1日500 mg", false)]
    [InlineData("93 %未満", true)]
    [InlineData("93%未満", false)]
    [InlineData("4～6か月毎", true)]
    [InlineData("毎月", false)]
    [InlineData("44カ月", true)]
    [InlineData("輸液又は昇圧薬", true)]
    public void A_slip_is_found(string text, bool found) => Assert.Equal(found, Faults(text).Any());

    private static IEnumerable<string> Faults(string text) => Spellings.Where(spelling => spelling.Pattern.IsMatch(text))
        .Select(spelling => $"'{spelling.Pattern.Match(text).Value}' is written {spelling.Instead}: {text}");

    private static IEnumerable<string> Japanese(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(child => child.Key is YamlScalarNode { Value: "ja" } && child.Value is YamlScalarNode { Value: { } text } ? [text] : Japanese(child.Value)),
        YamlSequenceNode sequence => sequence.Children.SelectMany(Japanese),
        _ => [],
    };
}
