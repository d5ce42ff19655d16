namespace Cds.Knowledge.Loading;

/// <summary>What can be written once in <c>rules/*.yaml</c> and named by its id wherever a mapping of that kind is expected.</summary>
internal enum SharedKind
{
    /// <summary>A criterion, named by <c>is: id</c>.</summary>
    Criterion,

    /// <summary>A small rule with <c>when</c>: of options and drugs, information, something to confirm.</summary>
    Rule,

    /// <summary>A text in both languages.</summary>
    Text,

    /// <summary>An option.</summary>
    Option,

    /// <summary>An order of an option.</summary>
    Order,
}

/// <summary>The shared entries by kind and id, and which of them are named anywhere. What nobody names, and what does not exist, is a defect.</summary>
internal sealed class SharedEntries
{
    private readonly Dictionary<(SharedKind Kind, string Id), YamlEntry> _entries = [];
    private readonly HashSet<YamlEntry> _used = [];

    /// <summary>Fills limits into the texts; null for files whose texts stay as written.</summary>
    public LimitTexts? Limits { get; init; }

    /// <summary>Adds the entries of a kind, each with its <c>id</c>.</summary>
    public void Add(SharedKind kind, IEnumerable<YamlEntry> entries)
    {
        foreach (YamlEntry entry in entries)
        {
            string id = entry.RequiredText("id");
            if (!_entries.TryAdd((kind, id), entry)) entry.Defect($"the shared {WordOf(kind)} '{id}' is defined twice");
        }
    }

    /// <summary>The entry that an id names; null when there is none.</summary>
    public YamlEntry? Find(SharedKind kind, string id)
    {
        if (!_entries.TryGetValue((kind, id), out YamlEntry? entry)) return null;
        _used.Add(entry);
        return entry;
    }

    /// <summary>Reports what no rule names, when everything has been read. What ships may lose its users to an overlay.</summary>
    public void ReportUnused(Func<YamlEntry, bool> mayBeUnused)
    {
        foreach (((SharedKind kind, string id), YamlEntry entry) in _entries.Where(e => !_used.Contains(e.Value) && !mayBeUnused(e.Value)))
            entry.Defect($"nothing names the shared {WordOf(kind)} '{id}'");
    }

    /// <summary>The list of a file in <c>rules/</c> that holds the kind.</summary>
    public static string ListOf(SharedKind kind) => kind == SharedKind.Criterion ? "criteria" : WordOf(kind) + "s";

    public static string WordOf(SharedKind kind) => kind switch
    {
        SharedKind.Criterion => "criterion",
        SharedKind.Rule => "rule",
        SharedKind.Text => "text",
        SharedKind.Option => "option",
        SharedKind.Order => "order",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Add the new kind to SharedEntries."),
    };
}
