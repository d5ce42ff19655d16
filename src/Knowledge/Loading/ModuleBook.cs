using Cds.Knowledge.Approvals;
using Cds.Knowledge.Modules;

namespace Cds.Knowledge.Loading;

/// <summary>The modules that were read, and what each says of its own entries.</summary>
internal sealed class ModuleBook
{
    private const string File = "module.yaml";

    private static readonly string[] Members = ["speaks-from", "jurisdiction", "certainty"];

    private readonly Dictionary<string, KnowledgeModule> _modules = [];
    private readonly Dictionary<string, LocalizedText> _notCovered = [];

    private readonly LayeredEntries _entries;
    private readonly HashSet<string> _jurisdictions;

    public ModuleBook(LayeredEntries entries, Vocabulary vocabulary)
    {
        _entries = entries;
        _jurisdictions = vocabulary.Jurisdictions;
        foreach (YamlEntry entry in entries.AllShipped(File)) Read(entry, vocabulary);
        foreach (string lacking in entries.Roots.Select(r => entries.ModuleOf(r.Root)).OfType<string>().Distinct().Where(m => !_modules.ContainsKey(m)))
            entries.FileDefect($"{KnowledgeFile.Modules}{lacking}/{File}", "a module says in this file what it is");
    }

    /// <summary>The modules by id.</summary>
    public IReadOnlyList<KnowledgeModule> All => [.. _modules.Values.OrderBy(m => m.Id, StringComparer.Ordinal)];

    /// <summary>By drug id, what no rule judges of it once the modules are read.</summary>
    public IReadOnlyDictionary<string, LocalizedText> NotCovered => _notCovered;

    /// <summary>The origin of a rule of a module, with what the rule itself says; null for a rule of the documents.</summary>
    /// <param name="entry">The rule.</param>
    /// <param name="replaced">What shipped in its place; null when nothing did.</param>
    public ModuleOrigin? OriginOf(YamlEntry entry, YamlEntry? replaced)
    {
        if (_entries.ModuleOf(replaced ?? entry) is not { } id || !_modules.TryGetValue(id, out KnowledgeModule? module))
        {
            foreach (string member in Members.Where(entry.Has)) entry.Defect($"'{member}' belongs to a rule of a module", member);
            return null;
        }

        ModuleOrigin own = module.Origin;
        return own with
        {
            SpeaksFrom = ApprovalReader.Date(entry, "speaks-from") ?? own.SpeaksFrom,
            Jurisdictions = entry.Has("jurisdiction") ? Known(entry) : own.Jurisdictions,
            Certainty = entry.Word<Certainty>("certainty") ?? own.Certainty,
        };
    }

    private void Read(YamlEntry entry, Vocabulary vocabulary)
    {
        string id = entry.RequiredText("id");
        string folder = _entries.ModuleOf(entry) ?? "";
        if (id != folder) entry.Defect($"the folder of a module has to be its id '{id}'", "id");
        LocalizedText title = entry.RequiredLocalized("title");
        LocalizedText about = entry.RequiredLocalized("about");
        ClinicalDate since = ApprovalReader.Date(entry, "speaks-from") ?? entry.Report(default(ClinicalDate), "'speaks-from' is missing: the date of the source");
        if (!entry.Has("jurisdiction")) entry.Defect("'jurisdiction' is missing: where it holds, [] where that makes no difference");
        Certainty certainty = entry.Word<Certainty>("certainty") ?? entry.Report(Certainty.Secondary, "'certainty' is missing: read or secondary");
        _modules[folder] = new KnowledgeModule(folder, title, about, new ModuleOrigin(folder, since, Known(entry), certainty));
        foreach (YamlEntry drug in entry.Entries("not-covered"))
        {
            string named = drug.RequiredText("drug");
            if (!vocabulary.Drugs.Contains(named)) drug.Unknown("drug", named, vocabulary.Drugs, "drug");
            _notCovered[named] = drug.RequiredLocalized("what");
            drug.Finish();
        }

        entry.Finish();
    }

    private IReadOnlyList<string> Known(YamlEntry entry)
    {
        IReadOnlyList<string> named = entry.Texts("jurisdiction");
        foreach (string unknown in named.Where(j => !_jurisdictions.Contains(j))) entry.Unknown("jurisdiction", unknown, _jurisdictions, "jurisdiction");
        return named;
    }
}
