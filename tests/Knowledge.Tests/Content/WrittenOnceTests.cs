using Cds.Knowledge.Loading;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Tests.Content;

/// <summary>No longer text and no larger criterion stands in two places of the content: what is shared stands in <c>rules/</c>, named by its id.</summary>
public sealed class WrittenOnceTests
{
    private const int ShortText = 25;
    private const int LargeCriterion = 3;

    /// <summary>
    /// Members that may repeat. <c>title</c>: what is called the same in two lists (an action and a procedure, a conclusion and the recommendation about it) has the
    /// same name. <c>population</c>: each result of a trial says whom it was measured in. <c>indication</c>: two drugs approved for the same.
    /// </summary>
    private static readonly string[] MayRepeat = ["title", "population", "indication"];

    private static readonly string[] Joining = ["all", "any", "none", "not", "proven", "of", "at-least"];

    private static readonly string[] Criteria = ["when", "applies", "satisfied", "fails-when", "recorded-when", "also-when"];

    private static IReadOnlyList<KnowledgeFile> Content { get; } =
        [.. KnowledgeBaseReader.EmbeddedFiles().Where(f => !KnowledgeFile.InLayout(f.Path).StartsWith("documents/", StringComparison.Ordinal))];

    [Fact]
    public void No_longer_text_stands_twice() => NothingIn(Repeated(Content, Texts));

    [Fact]
    public void No_criterion_of_three_tests_or_more_stands_twice() => NothingIn(Repeated(Content, LargeCriteria));

    [Fact]
    public void A_text_written_twice_is_found_and_an_anchor_is_no_second_writing()
    {
        KnowledgeFile first = new("a.yaml", "reason: &r { en: Something longer than a few words, ja: 短い }\nagain: *r");
        Assert.Empty(Repeated([first], Texts));
        string found = Assert.Single(Repeated([first, new("b.yaml", "\ntext: { en: Something longer than a few words, ja: 別 }")], Texts));
        Assert.Equal("a.yaml:1, b.yaml:2: Something longer than a few words", found);
    }

    [Fact]
    public void A_criterion_written_twice_is_found()
    {
        const string Rule = "when: { all: [ { any: [ { fact: a, is: present }, { fact: b, is: present }, { fact: c, is: present } ] }, { fact: d, is: present } ] }";
        Assert.Contains(Repeated([new("a.yaml", Rule), new("b.yaml", Rule)], LargeCriteria), found => found.StartsWith("a.yaml:1, b.yaml:1: ", StringComparison.Ordinal));
        Assert.Empty(Repeated([new("a.yaml", Rule), new("b.yaml", Rule.Replace("fact: c", "fact: e", StringComparison.Ordinal))], LargeCriteria));
    }

    private static void NothingIn(string[] found) => Assert.True(found.Length == 0, string.Join('\n', found));

    private static string[] Repeated(IEnumerable<KnowledgeFile> files, Func<YamlNode, IEnumerable<(YamlNode Node, string Written)>> find)
    {
        (string Place, YamlNode Node, string Written)[] all = [.. files.SelectMany(file => find(Root(file)).DistinctBy(f => f.Node, ReferenceEqualityComparer.Instance)
            .Select(found => ($"{file.Path}:{found.Node.Start.Line}", found.Node, found.Written)))];
        ILookup<string, (string Place, YamlNode Node, string Written)> repeated = all.ToLookup(f => f.Written);
        return [.. repeated.Where(g => g.Count() > 1).Select(g => $"{string.Join(", ", g.Select(f => f.Place))}: {g.Key}")];
    }

    private static YamlNode Root(KnowledgeFile file)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(file.Text);
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    private static IEnumerable<(YamlNode Node, string Written)> Texts(YamlNode node) => Members(node).SelectMany(member =>
        MayRepeat.Contains(member.Key) ? []
        : member.Key is "en" or "ja" && member.Value is YamlScalarNode { Value: { Length: > ShortText } text } ? [(member.Value, (member.Key == "ja" ? "ja: " : "") + text.Trim())]
        : Texts(member.Value));

    private static IEnumerable<(YamlNode Node, string Written)> LargeCriteria(YamlNode node) => Members(node).SelectMany(member =>
        Criteria.Contains(member.Key) ? WithParts(member.Value) : LargeCriteria(member.Value));

    private static IEnumerable<(YamlNode Node, string Written)> WithParts(YamlNode criterion) =>
        criterion is YamlSequenceNode list ? list.SelectMany(WithParts)
        : criterion is not YamlMappingNode mapping || Tests(mapping) < LargeCriterion ? []
        : [(mapping, mapping.ToString()), .. mapping.Children.Where(c => c.Value is YamlSequenceNode && Joining.Contains(c.Key.ToString())).SelectMany(c => WithParts(c.Value))];

    private static int Tests(YamlNode node) => node switch
    {
        YamlSequenceNode list => list.Sum(Tests),
        YamlMappingNode mapping when mapping.Children.Keys.Any(k => Joining.Contains(k.ToString())) => mapping.Children.Values.Where(v => v is not YamlScalarNode).Sum(Tests),
        YamlMappingNode => 1,
        _ => 0,
    };

    private static IEnumerable<(string Key, YamlNode Value)> Members(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.Select(c => (c.Key.ToString(), c.Value)),
        YamlSequenceNode list => list.SelectMany(Members),
        _ => [],
    };
}
