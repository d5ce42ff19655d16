namespace Cds.Knowledge.Loading;

/// <summary>How long values of a kind of fact (laboratory, imaging, ...) count, for facts that say nothing else; null for any time.</summary>
/// <param name="Id">By which facts, or their file, name it.</param>
/// <param name="CurrentDays">As the current value.</param>
/// <param name="BaselineDays">As the value before treatment.</param>
/// <param name="BaselineDaysAsymptomatic">The same for asymptomatic disease.</param>
/// <param name="BaselineDaysAfterStart">Days after the start of treatment on which a value still tells of the time before.</param>
internal sealed record FactWindows(string Id, int? CurrentDays, int? BaselineDays, int? BaselineDaysAsymptomatic, int BaselineDaysAfterStart)
{
    /// <summary>What a fact has without windows: any time.</summary>
    public static FactWindows AnyTime { get; } = new("", null, null, null, 0);

    /// <summary>Reads windows, or those of a fact on top of those of its kind.</summary>
    public static FactWindows Read(YamlEntry entry, FactWindows kind)
    {
        int? baseline = entry.Has("baseline-days") ? Days(entry, "baseline-days") : kind.BaselineDays;
        return new FactWindows(
            kind.Id,
            entry.Has("current-days") ? Days(entry, "current-days") : kind.CurrentDays,
            baseline,
            entry.Has("baseline-days-asymptomatic") ? Days(entry, "baseline-days-asymptomatic") : kind == AnyTime ? baseline : kind.BaselineDaysAsymptomatic,
            Days(entry, "baseline-days-after-start") ?? kind.BaselineDaysAfterStart);
    }

    /// <summary>A number of days; <c>any</c> and nothing mean any time.</summary>
    private static int? Days(YamlEntry entry, string key) => entry.Text(key) switch
    {
        null or "any" => null,
        var text when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int days) => days,
        var text => entry.Report<int?>(null, $"'{key}' has to be a number of days or 'any', not '{text}'", key),
    };
}

/// <summary>The windows by kind of fact (<c>windows.yaml</c>), and which of them are named.</summary>
internal sealed class WindowsByKind
{
    private readonly Dictionary<string, FactWindows> _kinds = [];
    private readonly HashSet<string> _used = [];
    private readonly LayeredEntries _entries;

    public WindowsByKind(LayeredEntries entries)
    {
        _entries = entries;
        foreach (YamlEntry entry in entries.Items("windows", "windows", "windows.yaml"))
        {
            FactWindows windows = FactWindows.Read(entry, FactWindows.AnyTime) with { Id = entry.RequiredText("id") };
            if (!_kinds.TryAdd(windows.Id, windows)) entry.Defect($"the windows '{windows.Id}' are defined twice");
            entry.Finish();
        }
    }

    /// <summary>The windows of a fact: those of the kind that it names, else of the kind that its file names, with what it says itself.</summary>
    public FactWindows Of(YamlEntry fact)
    {
        string? kind = fact.Text("windows") ?? fact.FileDefault;
        if (kind is null) return FactWindows.Read(fact, FactWindows.AnyTime);
        _used.Add(kind);
        fact.Names.Add(kind);
        if (_kinds.TryGetValue(kind, out FactWindows? windows)) return FactWindows.Read(fact, windows);
        fact.Defect($"unknown windows '{kind}': windows.yaml has none of that name", "windows");
        return FactWindows.AnyTime;
    }

    /// <summary>Reports windows that no fact has; an overlay may replace the facts that name those which ship.</summary>
    public void ReportUnused()
    {
        if (_entries.HasOverlay) return;
        foreach (string id in _kinds.Keys.Where(id => !_used.Contains(id))) _entries.Defect("windows", id, $"no fact has the windows '{id}'");
    }
}
