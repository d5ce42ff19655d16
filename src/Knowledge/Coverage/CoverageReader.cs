using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Loading;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Coverage;

/// <summary>Reads <c>coverage/*.yaml</c>, one file a document, and checks it against the knowledge base.</summary>
public static class CoverageReader
{
    /// <summary>The lists that ship inside the assembly, in the order of the documents.</summary>
    /// <exception cref="KnowledgeDefectsException">An entry names no rule that exists, or a rule cites a part of a document that no entry lists.</exception>
    public static IReadOnlyList<CoverageEntry> ReadEmbedded(KnowledgeBase knowledge) => Read(knowledge, EmbeddedFiles.Under("Content/coverage"));

    /// <summary>Reads and checks coverage files.</summary>
    /// <exception cref="KnowledgeDefectsException">The files have defects.</exception>
    public static IReadOnlyList<CoverageEntry> Read(KnowledgeBase knowledge, IReadOnlyList<KnowledgeFile> files)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var defects = new DefectList();
        IReadOnlyList<CoverageEntry> entries =
            [.. files.SelectMany(file => ReadFile(file, knowledge, defects)).OrderBy(entry => IndexOf(knowledge, entry.Document))];
        foreach ((string rule, Citation citation) in Cited(knowledge).Where(c => entries.Any(e => e.Document == c.Citation.Document) && !entries.Any(e => e.Holds(c.Citation))))
            defects.Add($"coverage/{citation.Document}.yaml", 0, $"'{rule}' cites '{citation.Locator}', which no entry lists");
        defects.ThrowIfAny();
        return entries;
    }

    private static List<CoverageEntry> ReadFile(KnowledgeFile file, KnowledgeBase knowledge, DefectList defects)
    {
        var entries = new List<CoverageEntry>();
        if (YamlEntry.Parse(file with { Path = "coverage/" + file.Path }, defects) is not { } list) return entries;
        string document = list.RequiredText("document");
        if (!knowledge.Documents.ContainsKey(document)) list.Unknown("document", document, knowledge.Documents.Keys, "document");
        foreach (YamlEntry item in list.Entries("entries"))
        {
            var entry = new CoverageEntry(document, item.Texts("locators"), item.RequiredLocalized("title"), item.Texts("rules"), item.Localized("not-computable"));
            if (entry.Locators.Count == 0) item.Defect("'locators' is missing");
            if (entry.Rules.Count == 0 && entry.NotComputable is null) item.Defect("the entry has neither rules nor a reason why it is not computable");
            foreach (string rule in entry.Rules.Where(rule => !IsRule(knowledge, rule))) item.Defect($"no conclusion, recommendation or regimen has the id '{rule}'", "rules");
            item.Finish();
            entries.Add(entry);
        }

        list.Finish();
        return entries;
    }

    private static int IndexOf(KnowledgeBase knowledge, string document) => knowledge.DocumentOrder.ToList().IndexOf(document);

    private static bool IsRule(KnowledgeBase knowledge, string id) =>
        knowledge.ConclusionsById.ContainsKey(id) || knowledge.Regimens.ContainsKey(id) || knowledge.Recommendations.Any(r => r.Id == id);

    /// <summary>Every citation of a rule: its own, and those of its criteria, options and evidence.</summary>
    private static IEnumerable<(string Rule, Citation Citation)> Cited(KnowledgeBase knowledge) =>
    [
        .. knowledge.Conclusions.SelectMany(c => c.Citations.Select(citation => (c.Id, citation))),
        .. knowledge.Conclusions.OfType<EligibilityChecklist>().SelectMany(c => c.Checklist.SelectMany(item => item.Citations).Select(citation => (c.Id, citation))),
        .. knowledge.Recommendations.SelectMany(r => r.Citations.Concat(r.Options.SelectMany(o => o.Citations)).Concat(r.Cases.SelectMany(c => c.Citations)).Select(citation => (r.Id, citation))),
        .. knowledge.Recommendations.SelectMany(r => r.Options.SelectMany(o => o.Rules).SelectMany(rule => rule.Citations).Select(citation => (r.Id, citation))),
        .. knowledge.Recommendations.SelectMany(r => r.Evidence.Concat(r.Options.SelectMany(o => o.Evidence)).Select(e => (r.Id, e.Citation))),
        .. knowledge.Regimens.Values.OrderBy(r => r.Id, StringComparer.Ordinal)
            .SelectMany(r => r.Citations.Concat(r.Evidence.Select(e => e.Citation)).Concat(r.Drugs.Select(d => d.Source).OfType<Citation>()).Select(citation => (r.Id, citation))),
    ];
}
