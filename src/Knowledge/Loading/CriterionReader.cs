using Cds.Knowledge.Criteria;

namespace Cds.Knowledge.Loading;

/// <summary>Compiles criteria from YAML: each by the kind whose member it has.</summary>
internal sealed class CriterionReader(Vocabulary vocabulary)
{
    /// <summary>Shared criteria being read, so that one that names itself is found.</summary>
    private readonly HashSet<string> _open = [];

    public Criterion? Optional(YamlEntry entry, string key) => entry.Entry(key) is { } criterion ? Read(criterion) : null;

    public Criterion Required(YamlEntry entry, string key)
    {
        if (Optional(entry, key) is { } criterion) return criterion;
        if (!entry.Has(key)) entry.Defect($"'{key}' is missing");
        return new Always();
    }

    /// <summary>The parts of <c>all</c>, <c>any</c> or <c>none</c>; a shared <c>all</c> joins the <c>all</c> that names it, as if its parts stood there.</summary>
    public IReadOnlyList<Criterion> Parts(YamlEntry entry, string key)
    {
        var parts = new List<Criterion>();
        foreach (YamlEntry part in entry.Entries(key))
        {
            Criterion criterion = Read(part);
            if (key == "all" && criterion is AllOf { Parts: var joined } && KindOf(part) == SharedCriterion.Kind) parts.AddRange(joined);
            else parts.Add(criterion);
        }

        if (parts.Count == 0) entry.Defect($"'{key}' is empty", key);
        return parts;
    }

    /// <summary>The shared criterion that a member names.</summary>
    public Criterion Shared(YamlEntry entry, string key)
    {
        string id = entry.RequiredText(key);
        if (_open.Contains(id)) return entry.Report(new Always(), $"the shared criterion '{id}' names itself", key);
        if (entry.Named(key, SharedKind.Criterion) is not { } shared) return new Always();
        _open.Add(id);
        Criterion criterion = Required(shared, "when");
        shared.Finish();
        _open.Remove(id);
        return criterion;
    }

    public Criterion Read(YamlEntry entry)
    {
        if (KindOf(entry) is not { } kind)
        {
            // What stands there means nothing as a whole; its members one by one would only repeat that.
            string hint = entry.Keys.Select(key => Nearest.Hint(key, CriterionKinds.All.Select(kind => kind.Key))).FirstOrDefault(h => h.Length > 0) ?? "";
            return entry.Report(new Always(), $"no known kind of criterion among the members {string.Join(", ", entry.Keys)}{hint}");
        }

        Criterion criterion = kind.Read(new CriterionEntry(entry, vocabulary, this));
        entry.Finish(kind.Members.Select(member => member.Name));
        return vocabulary.Places.Mark(criterion, entry);
    }

    private static CriterionKind? KindOf(YamlEntry entry) => CriterionKinds.All.FirstOrDefault(kind => entry.Has(kind.Key));
}
