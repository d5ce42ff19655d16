using System.Collections.Frozen;

namespace Cds.Knowledge.Loading;

/// <summary>The limits by id, and which of them a computation or a criterion uses: one that nothing uses is a defect, changing it would change nothing but words.</summary>
internal sealed class LimitBook
{
    private readonly LayeredEntries _entries;
    private readonly HashSet<string> _used = [];
    private readonly List<(LimitGroup Group, string Id)> _groups = [];

    public LimitBook(LayeredEntries entries, IEnumerable<Limit> limits)
    {
        _entries = entries;
        var byId = new Dictionary<string, Limit>();
        foreach (Limit limit in limits)
        {
            if (!byId.TryAdd(limit.Id, limit)) Defect(limit.Id, $"the limit '{limit.Id}' is defined twice");
        }

        All = byId.ToFrozenDictionary();
    }

    /// <summary>All limits.</summary>
    public FrozenDictionary<string, Limit> All { get; }

    /// <summary>A limit for whoever uses it; null when there is none.</summary>
    public Limit? Use(string id)
    {
        _used.Add(id);
        return All.GetValueOrDefault(id);
    }

    /// <summary>The limits that code computes with, by what they take part in.</summary>
    public ILookup<LimitGroup, string> Groups => _groups.ToLookup(member => member.Group, member => member.Id);

    /// <summary>Says what a limit takes part in.</summary>
    public void Group(string id, LimitGroup group) => _groups.Add((group, id));

    /// <summary>Reports the limits that nothing has used.</summary>
    public void ReportUnused()
    {
        foreach (string id in All.Keys.Where(id => !_used.Contains(id)).Order(StringComparer.Ordinal)) Defect(id, $"no computation and no criterion uses the limit '{id}'");
    }

    /// <summary>Reports what is wrong with a limit, at its entry.</summary>
    public void Defect(string id, string what) => _entries.Defect(LayeredEntries.Computations, id, what);

    /// <summary>Reports a limit that a file has to hold and does not.</summary>
    public void Missing(string file, string id) => _entries.FileDefect(file, $"the limit '{id}' is missing: code computes with it");
}
