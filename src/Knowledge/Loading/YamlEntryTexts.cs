using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Loading;

/// <content>Texts in both languages.</content>
internal sealed partial class YamlEntry
{
    /// <summary>Every text in both languages below this entry, with the outermost list or text it belongs to (<c>summary</c>, <c>information</c>) and the mapping that it stands in.</summary>
    public IEnumerable<(YamlEntry Text, string Member, YamlEntry Owner)> LocalizedTexts() =>
        _node.Children.SelectMany(m => LocalizedTexts(m.Value, (m.Key as YamlScalarNode)?.Value ?? "", _node));

    private IEnumerable<(YamlEntry Text, string Member, YamlEntry Owner)> LocalizedTexts(YamlNode node, string member, YamlMappingNode owner) => node switch
    {
        YamlMappingNode mapping when Member(mapping, "en") is YamlScalarNode && Member(mapping, "ja") is YamlScalarNode =>
            [(new YamlEntry(File, mapping, Defects, _shared, [], null), member, new YamlEntry(File, owner, Defects, _shared, [], null))],
        YamlMappingNode mapping => mapping.Children.SelectMany(m => LocalizedTexts(m.Value, member, mapping)),
        YamlSequenceNode list => list.Children.SelectMany(item => LocalizedTexts(item, member, owner)),
        _ => [],
    };

    /// <summary>A text in both languages, or the id of a shared one.</summary>
    public LocalizedText? Localized(string key)
    {
        if (Entry(key, SharedKind.Text) is not { } entry) return null;
        LocalizedText text = LocalizedSelf(entry);
        entry.Finish();
        return text;
    }

    public LocalizedText RequiredLocalized(string key)
    {
        if (Localized(key) is { } text) return text;
        if (!Has(key)) Defect($"'{key}' is missing");
        return new LocalizedText("", "");
    }

    /// <summary>A line fold of YAML is a space, which Japanese does not have behind its punctuation.</summary>
    [GeneratedRegex("([、。，）」]) ", RegexOptions.CultureInvariant)]
    private static partial Regex JapaneseFold();

    /// <summary>An approval as a text shows it: <c>{approval:d-bld.transplant-eligible}</c>.</summary>
    [GeneratedRegex("\\{approval:([^{}]+)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex ApprovalShown();

    /// <summary>Both languages as members of this very entry, with the limits that they name.</summary>
    public static LocalizedText LocalizedSelf(YamlEntry entry)
    {
        string en = entry.Text("en") ?? (entry.Has("en") ? "" : entry.Report("", "the English text ('en') is missing"));
        string ja = entry.Text("ja") ?? (entry.Has("ja") ? "" : entry.Report("", "the Japanese text ('ja') is missing"));
        var text = new LocalizedText(en.Trim(), JapaneseFold().Replace(ja.Trim(), "$1"));
        entry.Names.UnionWith(ApprovalShown().Matches(text.En).Select(match => match.Groups[1].Value));
        return entry._shared.Limits?.Fill(entry, text) ?? text;
    }
}
