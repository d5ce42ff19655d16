using System.Text.RegularExpressions;
using Cds.Knowledge.Loading;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>Finds the limits of the knowledge that ships: every number of it but those of <see cref="NumbersThatAreNoLimits"/>.</summary>
internal static partial class LimitsOfContent
{
    private static readonly string[] Names = ["id", "value", "code", "ids"];

    // What an alias repeats is written once.
    public static IReadOnlyList<Limit> All { get; } = [.. KnowledgeBaseReader.EmbeddedFiles().SelectMany(Of).DistinctBy(limit => (limit.File, limit.TextIndex))];

    private static IEnumerable<Limit> Of(KnowledgeFile file)
    {
        if (NumbersThatAreNoLimits.InFile(KnowledgeFile.InLayout(file.Path))) return [];
        var stream = new YamlStream();
        using var reader = new StringReader(file.Text);
        stream.Load(reader);
        return Entries(KnowledgeFile.InLayout(file.Path), (YamlMappingNode)stream.Documents[0].RootNode).SelectMany(entry => Walk(new Place(file, entry.Owner, ""), entry.Node));
    }

    /// <summary>A file of its own, or the items of its lists.</summary>
    private static IEnumerable<(Owner Owner, YamlMappingNode Node)> Entries(string path, YamlMappingNode root)
    {
        string folder = path.Split('/')[0];
        return Text(root, "id") is { } id
            ? [(new Owner(folder, id), root)]
            : root.Children.Values.OfType<YamlSequenceNode>().SelectMany(list => list.Children).OfType<YamlMappingNode>().Select(item => (Text(item, "rule") is { } beside ? new Owner("recommendations", beside) : new Owner(folder, Text(item, "id") ?? ""), item));
    }

    private static IEnumerable<Limit> Walk(Place place, YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(member => Walk(place.Into(((YamlScalarNode)member.Key).Value ?? "", OperatorOf(mapping, member.Key)), member.Value)),
        YamlSequenceNode sequence => sequence.Children.SelectMany((item, index) => Walk(place.Item(item is YamlMappingNode named ? NameOf(named) ?? $"{index}" : $"{index}"), item)),
        YamlScalarNode { Value: { } text } scalar when Number().Match(text) is { Success: true } number && !NumbersThatAreNoLimits.At(place.Owner, place.Keys) => [place.Limit(scalar, text, number.Groups[1].Value)],
        _ => [],
    };

    /// <summary>In criteria the key is the operator; a limit of a computation has it beside its value.</summary>
    private static YamlNode OperatorOf(YamlMappingNode mapping, YamlNode key) =>
        ((YamlScalarNode)key).Value == "value" && mapping.Children.TryGetValue("operator", out YamlNode? comparison) ? comparison : key;

    private static string? NameOf(YamlMappingNode item) => Names.Select(name => Text(item, name)).FirstOrDefault(name => name is not null);

    private static string? Text(YamlMappingNode mapping, string key) => mapping.Children.TryGetValue(key, out YamlNode? node) && node is YamlScalarNode scalar ? scalar.Value : null;

    [GeneratedRegex(@"^(?:[<>]=? ?)?(-?\d+(?:\.\d+)?)(?: |$)")]
    private static partial Regex Number();

    private sealed record Place(KnowledgeFile File, Owner Owner, string Path)
    {
        public IReadOnlyList<string> Keys { get; init; } = [];

        private YamlScalarNode? Operator { get; init; }

        public Place Into(string key, YamlNode comparison) => Item(key) with { Keys = [.. Keys, key], Operator = (YamlScalarNode)comparison };

        public Place Item(string name) => this with { Path = Path.Length == 0 ? name : $"{Path}.{name}" };

        public Limit Limit(YamlScalarNode scalar, string text, string number) => new(
            File.Path, scalar.Start.Line, Owner, Path, Operator?.Value ?? "", text, Operator?.Start.Index, File.Text.IndexOf(number, (int)scalar.Start.Index, StringComparison.Ordinal));
    }
}
