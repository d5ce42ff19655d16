using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Loading;

/// <summary>Reads documents with their parts.</summary>
internal sealed class DocumentReader(LayeredEntries entries)
{
    private readonly List<(YamlEntry Entry, DocumentPart Part)> _parts = [];

    /// <summary>Reads a document; its place among the others is <c>order</c>, those without one come last.</summary>
    public (int Place, Document Document) Read(YamlEntry entry)
    {
        string id = entry.RequiredText("id");
        int place = entry.Integer("order") ?? int.MaxValue;
        var parts = new List<(YamlEntry Entry, DocumentPart Part)>();
        var document = new Document(
            id, entry.RequiredLocalized("short-name"), entry.RequiredLocalized("title"), entry.RequiredText("published"),
            entry.Word<DocumentKind>("kind") ?? entry.Report(DocumentKind.Publication, "'kind' is missing"))
        {
            Status = entry.Localized("status"),
            StatusShort = entry.Localized("status-short"),
            LiteratureTo = Date(entry, "literature-to"),
            Module = entries.ModuleOf(entry),
        };
        Parts(entry, "parts", id, null, parts);
        if (document.IsSource || document.Module is not null) Account(parts);
        _parts.AddRange(parts);
        entry.Finish();
        return (place, document with { Parts = [.. parts.Select(p => p.Part)] });
    }

    /// <summary>The rules and trials that parts name have to exist, once all are known; a site may have switched them off.</summary>
    public void CheckNames(IReadOnlySet<string> rules, IReadOnlySet<string> trials)
    {
        HashSet<string> told = [.. rules, .. trials];
        foreach ((YamlEntry entry, DocumentPart part) in _parts)
        {
            foreach (string rule in part.Rules.Where(rule => !rules.Contains(rule) && !entries.IsSwitchedOff(rule)))
                entry.Defect($"no conclusion, recommendation or regimen has the id '{rule}'{Nearest.Hint(rule, rules)}", "rules");
            foreach (string id in part.MentionedIn.Where(id => !told.Contains(id) && !entries.IsSwitchedOff(id)))
                entry.Defect($"no rule and no trial has the id '{id}'{Nearest.Hint(id, told)}", "mentioned-in");
        }
    }

    /// <summary><c>2015</c>, <c>2022-08</c> or <c>2023-12-01</c>.</summary>
    private static string? Date(YamlEntry entry, string key)
    {
        if (entry.Text(key) is not { } text) return null;
        return text.Split('-') is { Length: <= 3 } parts && parts[0].Length == 4 && parts.Skip(1).All(p => p.Length == 2) && parts.All(p => p.All(char.IsAsciiDigit))
            ? text
            : entry.Report<string?>(null, $"'{key}' has to be a year, month or day like 2022-08, not '{text}'", key);
    }

    private static void Parts(YamlEntry owner, string key, string document, string? within, List<(YamlEntry Entry, DocumentPart Part)> read)
    {
        if (owner.Entry(key) is not { } list) return;
        foreach (string id in list.Keys)
        {
            if (list.Entry(id) is not { } entry) continue;
            var part = new DocumentPart(document, id, YamlEntry.LocalizedSelf(entry), entry.Word<PartKind>("kind") ?? PartKind.Passage)
            {
                Within = within,
                About = entry.Localized("about"),
                Rules = entry.Texts("rules"),
                MentionedIn = entry.Texts("mentioned-in"),
                NotComputable = entry.Localized("not-computable"),
            };
            if (read.Exists(other => other.Part.Id == id)) entry.Defect($"the part '{id}' stands twice");
            read.Add((entry, part));
            Parts(entry, "nodes", document, id, read);
            entry.Finish();
        }
    }

    /// <summary>Every part of a source document, or of a work of a module, that holds no others says what became of it.</summary>
    private static void Account(List<(YamlEntry Entry, DocumentPart Part)> parts)
    {
        HashSet<string> holders = [.. parts.Select(p => p.Part.Within).OfType<string>()];
        foreach ((YamlEntry entry, DocumentPart part) in parts.Where(p => !holders.Contains(p.Part.Id) && p.Part is { Rules.Count: 0, MentionedIn.Count: 0, NotComputable: null }))
            entry.Defect($"the part '{part.Id}' has neither rules, nor where it is mentioned, nor a reason why it is not computable");
    }
}
