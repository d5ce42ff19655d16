using System.Text.RegularExpressions;
using Cds.Knowledge.Loading;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Tests.Limits;

/// <summary>Finds the limits of the knowledge that ships: every number of it but those of <see cref="NumbersThatAreNoLimits"/>.</summary>
internal static partial class LimitsOfContent
{
    // What an alias repeats is written once.
    public static IReadOnlyList<Limit> All { get; } = [.. KnowledgeBaseReader.EmbeddedFiles().SelectMany(Of).Distinct()];

    public static IEnumerable<Limit> Of(KnowledgeFile file)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(file.Text);
        stream.Load(reader);
        return NumbersThatAreNoLimits.InFile(file.Path) ? [] : Walk(file, stream.Documents[0].RootNode, null, [], OwnerOfFile(file.Path));
    }

    private static IEnumerable<Limit> Walk(KnowledgeFile file, YamlNode node, long? keyIndex, string[] path, Owner? owner) => node switch
    {
        YamlMappingNode mapping when mapping.Children.TryGetValue("operator", out YamlNode? comparison) && mapping.Children.TryGetValue("value", out YamlNode? value) =>
            Walk(file, value, comparison.Start.Index, [.. path, "value", ((YamlScalarNode)comparison).Value ?? ""], owner),
        YamlMappingNode mapping => mapping.Children.SelectMany(member =>
            Walk(file, member.Value, member.Key.Start.Index, [.. path, ((YamlScalarNode)member.Key).Value ?? ""], owner ?? OwnerOfItem(file.Path, path, mapping))),
        YamlSequenceNode sequence => sequence.SelectMany(item => Walk(file, item, null, [.. path, "[]"], owner)),
        YamlScalarNode { Value: { } text } scalar when Number().Match(text) is { Success: true } number && !NumbersThatAreNoLimits.At(file.Path, path) =>
            [new Limit(file.Path, scalar.Start.Line, owner, path.Last(key => key != "[]"), text, keyIndex, file.Text.IndexOf(number.Groups[1].Value, (int)scalar.Start.Index, StringComparison.Ordinal))],
        _ => [],
    };

    private static Owner? OwnerOfFile(string path) => path.Split('/') is [("conclusions" or "recommendations" or "regimens") and var folder, var name]
        ? new Owner(folder, Path.GetFileNameWithoutExtension(name))
        : null;

    /// <summary>Facts and drugs stand as lists in their files.</summary>
    private static Owner? OwnerOfItem(string file, string[] path, YamlMappingNode item) =>
        path is [("facts" or "drugs") and var kind, "[]"] && file.StartsWith(kind + "/", StringComparison.Ordinal) && item.Children.TryGetValue("id", out YamlNode? id)
            ? new Owner(kind, ((YamlScalarNode)id).Value ?? "")
            : null;

    [GeneratedRegex(@"^(?:[<>]=? ?)?(-?\d+(?:\.\d+)?)(?: |$)")]
    private static partial Regex Number();
}
