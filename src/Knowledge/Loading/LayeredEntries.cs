using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Loading.Forms;

namespace Cds.Knowledge.Loading;

/// <summary>
/// The entries of all files, those of a site's overlay on top of those that ship: an overlay entry with a known id replaces the whole entry, one
/// with <c>disabled: true</c> takes it away, any other is added. Keeps what was changed, and where every entry stands.
/// </summary>
internal sealed class LayeredEntries
{
    /// <summary>The file of drug classes.</summary>
    public const string DrugClasses = "drugs/classes.yaml";

    /// <summary>The file of what can be given of each drug.</summary>
    public const string DrugForms = "drugs/forms.yaml";

    /// <summary>The file of the amounts between which doses lie.</summary>
    public const string DoseRanges = "drugs/dose-ranges.yaml";

    /// <summary>The folder of the limits that code computes with.</summary>
    public const string Computations = "computations";

    /// <summary>The file of the facts that code computes with.</summary>
    public const string ComputedFacts = "computations/facts.yaml";

    private static readonly string[] BesideOthers = [DrugClasses, DrugForms, DoseRanges, ComputedFacts];

    private readonly Dictionary<string, YamlEntry> _shipped = [];
    private readonly Dictionary<string, YamlEntry> _local = [];
    private readonly Dictionary<(string Kind, string Id), YamlEntry> _places = [];
    private readonly Dictionary<(string Kind, string Id), YamlEntry> _replaced = [];
    private readonly List<LocalAdaptation> _adaptations = [];
    private readonly DefectList _defects;

    public LayeredEntries(IReadOnlyList<KnowledgeFile> files, DefectList defects)
    {
        _defects = defects;
        var known = new List<KnowledgeFile>();
        foreach (KnowledgeFile file in files)
        {
            if (KindOf(file) is null)
                defects.Add(file.Name, 0, $"no knowledge is read from this file; knowledge stands in {string.Join(", ", ContentFiles.All.Where(f => !f.IsOfModule).SelectMany(f => f.Paths))}");
            else if (!KnowledgeFile.InLayout(file.Path).StartsWith("vignettes/", StringComparison.Ordinal)) known.Add(file);
        }

        foreach (YamlText text in YamlText.ParseAll(known))
        {
            if (YamlEntry.Of(text, KindOf(text.File)!.Root, defects, Shared) is { } entry) (text.File.Overlay is null ? _shipped : _local)[text.File.Path] = entry;
        }

        HasOverlay = files.Any(f => f.Overlay is not null);
        ReadShared();
    }

    private static ContentFile? KindOf(KnowledgeFile file) => file.Overlay is null ? ContentFiles.Of(file.Path) : ContentFiles.OfOverlay(file.Path);

    /// <summary>Every file, with its path in the layout of the content.</summary>
    public IEnumerable<(string Path, YamlEntry Root)> Roots => _shipped.Concat(_local).Select(file => (KnowledgeFile.InLayout(file.Key), file.Value));

    /// <summary>What is written once and named by id.</summary>
    public SharedEntries Shared { get; } = new() { Limits = new LimitTexts() };

    /// <summary>Whether there is an overlay at all, be it empty of changes.</summary>
    public bool HasOverlay { get; }

    /// <summary>What the overlay changes, so far as it was read.</summary>
    public IReadOnlyList<LocalAdaptation> Adaptations => _adaptations;

    /// <summary>Whether the overlay has taken an entry away.</summary>
    public bool IsSwitchedOff(string id) => _adaptations.Exists(a => a.Change == AdaptationChange.SwitchedOff && a.Id == id);

    /// <summary>A file that ships; null when there is none.</summary>
    public YamlEntry? Shipped(string path) => _shipped.GetValueOrDefault(path);

    /// <summary>A file that ships, and those of modules in the same place.</summary>
    public IEnumerable<YamlEntry> AllShipped(string path) => At(_shipped, path);

    /// <summary>The module that an entry stands in; null for the knowledge of the documents and for an overlay.</summary>
    public string? ModuleOf(YamlEntry entry) => _shipped.ContainsKey(entry.File) ? KnowledgeFile.ModuleOf(entry.File) : null;

    /// <summary>A file of the overlay; null when it has none.</summary>
    public YamlEntry? Local(string path) => _local.GetValueOrDefault(path);

    /// <summary>The entry that ships and that the overlay has replaced; null when it has not.</summary>
    public YamlEntry? Replaced(string kind, string id) => _replaced.GetValueOrDefault((kind, id));

    /// <summary>Adds a change that is no entry of its own.</summary>
    public void Add(LocalAdaptation adaptation) => _adaptations.Add(adaptation);

    /// <summary>Entries that have a file each.</summary>
    public IReadOnlyList<YamlEntry> Files(string folder) => Layer(folder, [.. In(_shipped, folder)], [.. In(_local, folder)]);

    /// <summary>Entries that stand as a list in one file, or in all files of a folder of the same name.</summary>
    public IReadOnlyList<YamlEntry> Items(string kind, string key, string path) =>
        Layer(kind, [.. ItemsOf(_shipped, kind, key, path)], [.. ItemsOf(_local, kind, key, path)]);

    /// <summary>Fills limits into the texts of all entries, once they are known.</summary>
    public LimitTexts Limits => Shared.Limits!;

    /// <summary>Reports a defect of a file as a whole.</summary>
    public void FileDefect(string file, string what) => _defects.Add(file, 0, what);

    /// <summary>Reports shared entries that nothing names. An overlay may replace all rules that name one which ships.</summary>
    public void ReportUnusedShared() => Shared.ReportUnused(entry => HasOverlay && _shipped.ContainsKey(entry.File));

    /// <summary>Reports a defect at the entry that it is about.</summary>
    public void Defect(string kind, string id, string what)
    {
        if (_places.TryGetValue((kind, id), out YamlEntry? entry)) entry.Defect(what);
        else _defects.Add(kind, 0, what);
    }

    private static IEnumerable<YamlEntry> In(Dictionary<string, YamlEntry> layer, string folder) =>
        Ordered(layer.Where(e => KnowledgeFile.InLayout(e.Key).StartsWith(folder + "/", StringComparison.Ordinal)));

    private static IEnumerable<YamlEntry> At(Dictionary<string, YamlEntry> layer, string path) => Ordered(layer.Where(e => KnowledgeFile.InLayout(e.Key) == path));

    /// <summary>What is of no module first: an entry that a module defines again is the module's mistake.</summary>
    private static IEnumerable<YamlEntry> Ordered(IEnumerable<KeyValuePair<string, YamlEntry>> files) =>
        files.OrderBy(e => KnowledgeFile.ModuleOf(e.Key) is not null).ThenBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Value);

    private static IEnumerable<YamlEntry> ItemsOf(Dictionary<string, YamlEntry> layer, string kind, string key, string path)
    {
        // The classes of drugs, their forms and the ranges of their doses stand beside the drugs, the facts of computations beside their limits, as other lists. A short list needs no folder.
        IEnumerable<YamlEntry> files = path.EndsWith('/')
            ? In(layer, path.TrimEnd('/')).Where(f => !BesideOthers.Any(other => f.File.EndsWith(other, StringComparison.Ordinal)))
                .Concat(At(layer, path.TrimEnd('/') + ".yaml"))
            : At(layer, path);
        foreach (YamlEntry file in files)
        {
            // A large entry has a file of its own beside the lists.
            if (file.Has("id"))
            {
                yield return file;
                continue;
            }

            IReadOnlyList<YamlEntry> items = file.Entries(key);
            string? windows = kind == "facts" ? file.Text("windows") : null;
            file.Finish();
            foreach (YamlEntry item in items) yield return item.Alone(windows);
        }
    }

    private void ReadShared()
    {
        foreach (SharedKind kind in Enum.GetValues<SharedKind>())
        {
            string key = SharedEntries.ListOf(kind);
            Shared.Add(kind, Layer("rules", [.. In(_shipped, "rules").SelectMany(f => f.Entries(key))], [.. In(_local, "rules").SelectMany(f => f.Entries(key))]));
        }

        foreach (YamlEntry file in In(_shipped, "rules").Concat(In(_local, "rules"))) file.Finish();
    }

    private IReadOnlyList<YamlEntry> Layer(string kind, List<YamlEntry> entries, IReadOnlyList<YamlEntry> local)
    {
        foreach (YamlEntry entry in entries) _places.TryAdd((kind, entry.Text("id") ?? ""), entry);
        var seen = new HashSet<string>();
        foreach (YamlEntry entry in local)
        {
            string id = entry.RequiredText("id");
            if (!seen.Add(id)) entry.Defect($"the overlay defines '{id}' twice");
            int place = entries.FindIndex(e => e.Text("id") == id);
            LocalizedText? reason = entry.Localized("local-reason");
            if (entry.Flag("disabled"))
            {
                if (place < 0) entry.Defect($"'{id}' is switched off here, but {kind} have no such entry{Nearest.Hint(id, entries.Select(e => e.Text("id") ?? ""))}");
                else
                {
                    Adapted(kind, id, AdaptationChange.SwitchedOff, TitleOf(entries[place], id), reason, entry);
                    entries.RemoveAt(place);
                }

                entry.Finish();
                continue;
            }

            Adapted(kind, id, place < 0 ? AdaptationChange.Added : AdaptationChange.Replaced, TitleOf(entry, id), reason, entry);
            _places[(kind, id)] = entry;
            if (place < 0) entries.Add(entry);
            else
            {
                _replaced[(kind, id)] = entries[place];
                entries[place] = entry;
            }
        }

        return entries;
    }

    private void Adapted(string kind, string id, AdaptationChange change, LocalizedText title, LocalizedText? reason, YamlEntry entry) =>
        _adaptations.Add(new LocalAdaptation(kind, id, change, title, reason, $"{entry.File}:{entry.Line}"));

    private static LocalizedText TitleOf(YamlEntry entry, string id) => entry.Peek().Localized("title") ?? new LocalizedText(id, id);
}
