using Cds.Knowledge.Documents;

namespace Cds.Knowledge.Loading;

/// <summary>Reads documents with their parts.</summary>
internal sealed class DocumentReader
{
    private readonly List<(YamlEntry Entry, DocumentPart Part)> _parts = [];

    /// <summary>Reads a document; its place among the others is <c>order</c>, those without one come last.</summary>
    public (int Order, Document Document) Read(YamlEntry entry)
    {
        string id = entry.RequiredText("id");
        int order = entry.Integer("order") ?? int.MaxValue;
        var parts = new List<(YamlEntry Entry, DocumentPart Part)>();
        var document = new Document(
            id, entry.RequiredLocalized("short-name"), entry.RequiredLocalized("title"), entry.RequiredText("published"),
            entry.Word<DocumentKind>("kind") ?? entry.Report(DocumentKind.Publication, "'kind' is missing"));
        Parts(entry, "parts", id, null, parts);
        if (document.IsSource) Account(parts);
        _parts.AddRange(parts);
        entry.Finish();
        return (order, document with { Parts = [.. parts.Select(p => p.Part)] });
    }

    /// <summary>The rules that parts name have to exist, once all are known; a site may have switched them off.</summary>
    public void CheckRules(IReadOnlySet<string> rules, LayeredEntries entries)
    {
        foreach ((YamlEntry entry, DocumentPart part) in _parts)
        {
            foreach (string rule in part.Rules.Where(rule => !rules.Contains(rule) && !entries.IsSwitchedOff(rule)))
                entry.Defect($"no conclusion, recommendation or regimen has the id '{rule}'{Spelling.DidYouMean(rule, rules)}", "rules");
        }
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
                NotComputable = entry.Localized("not-computable"),
            };
            if (read.Exists(other => other.Part.Id == id)) entry.Defect($"the part '{id}' stands twice");
            read.Add((entry, part));
            Parts(entry, "nodes", document, id, read);
            entry.Finish();
        }
    }

    /// <summary>Every part of a source document, or the one that it lies in, says what became of it.</summary>
    private static void Account(List<(YamlEntry Entry, DocumentPart Part)> parts)
    {
        HashSet<string> holders = [.. parts.Select(p => p.Part.Within).OfType<string>()];
        Dictionary<string, DocumentPart> byId = parts.DistinctBy(p => p.Part.Id).ToDictionary(p => p.Part.Id, p => p.Part);
        foreach ((YamlEntry entry, DocumentPart part) in parts.Where(p => !holders.Contains(p.Part.Id)))
        {
            DocumentPart? place = part;
            while (place is { Rules.Count: 0, NotComputable: null }) place = place.Within is { } outer ? byId[outer] : null;
            if (place is null) entry.Defect($"the part '{part.Id}' has neither rules nor a reason why it is not computable");
        }
    }
}
