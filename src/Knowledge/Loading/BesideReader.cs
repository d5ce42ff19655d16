using Cds.Knowledge.Criteria;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Modules;
using Cds.Knowledge.Recommendations;

namespace Cds.Knowledge.Loading;

/// <summary>
/// Reads what modules say beside recommendations of the documents, and of each other (<c>beside.yaml</c>): sentences only, each marked with its work, so that status, options and
/// ranking of the recommendation stay what its source makes them.
/// </summary>
internal sealed class BesideReader(Vocabulary vocabulary, RuleReader rules)
{
    private const string List = "beside";

    /// <summary>The recommendations with what is said beside them.</summary>
    public IReadOnlyList<RecommendationDefinition> Read(LayeredEntries entries, IReadOnlyList<RecommendationDefinition> recommendations)
    {
        HashSet<string> ids = [.. recommendations.Select(r => r.Id)];
        HashSet<string> modules = [.. entries.Roots.Select(root => entries.ModuleOf(root.Root)).OfType<string>()];
        ILookup<string, Said> said = entries.Items(List, List, List + ".yaml").Where(entry => IsOn(entry, modules)).SelectMany(entry => Sentences(entry, ids, entries)).ToLookup(s => s.Rule);
        return [.. recommendations.Select(r => said.Contains(r.Id) ? r with { Information = [.. Of(said[r.Id], leads: true), .. r.Information, .. Of(said[r.Id], leads: false)] } : r)];
    }

    private static IEnumerable<InformationRule> Of(IEnumerable<Said> said, bool leads) => said.Where(s => s.Leads == leads).Select(s => s.Sentence);

    /// <summary>Where another module is off its recommendations and works are not there either: each stands alone.</summary>
    private static bool IsOn(YamlEntry entry, HashSet<string> modules)
    {
        if (entry.Text("module") is not { } other || modules.Contains(other)) return true;
        foreach (string wrong in KnowledgeBaseReader.UnknownModules([other])) entry.Defect(wrong, "module");
        return false;
    }

    private List<Said> Sentences(YamlEntry entry, HashSet<string> known, LayeredEntries entries)
    {
        entry.RequiredText("id");
        string rule = entry.RequiredText("rule");
        bool leads = entry.Flag("leads");
        if (!known.Contains(rule) && !entries.IsSwitchedOff(rule)) entry.Unknown("recommendation", rule, known, "rule");
        IReadOnlyList<Citation> citations = CitationReader.Required(entry, "citations", vocabulary);
        IReadOnlyList<InformationRule> sentences = rules.Information(entry, "information");
        if (sentences.Count == 0) entry.Defect("'information' is missing");
        entry.Finish();
        if (citations.Count == 0 || !vocabulary.Documents.TryGetValue(citations[0].Document, out Document? work)) return [];
        return [.. sentences.Select(s => new Said(rule, leads, s with { Text = BesideDocuments.Mark(s.Text, work.ShortName) }))];
    }

    private sealed record Said(string Rule, bool Leads, InformationRule Sentence);
}
