namespace Cds.FhirMapping.Terminology;

/// <summary>What value sets add up to while a <see cref="CodeMap"/> is being built.</summary>
internal sealed class CodeMapParts
{
    public Dictionary<(CodeSystemId System, string Code), List<CodeTarget>> Codes { get; } = [];

    public Dictionary<(CodeSystemId System, string Prefix), List<CodeTarget>> Prefixes { get; } = [];

    public Dictionary<(CodeSystemId System, string Analyte), List<LaboratoryCodeRule>> Rules { get; } = [];

    /// <summary>Codes and prefixes that stand for the target only when one of its words is beside them.</summary>
    public Dictionary<(CodeSystemId System, string Prefix), List<CodeTarget>> Worded { get; } = [];

    /// <summary>Codes of systems that only the site knows, by URI.</summary>
    public Dictionary<(string Uri, string Code), List<CodeTarget>> Local { get; } = [];

    /// <summary>Systems that only the site knows, as it writes them, under which it codes observations.</summary>
    public SortedSet<string> SiteObservationSystems { get; } = new(StringComparer.Ordinal);

    public Dictionary<CodeTarget, List<string>> WordsBeside { get; } = [];

    public Dictionary<CodeTarget, List<string>> Names { get; } = [];

    public Dictionary<CodeTarget, List<WritableCode>> Writable { get; } = [];

    /// <summary>Adds a code; one of a product, or one that needs words beside it, is recognised but nothing is written with it.</summary>
    public void AddCode(CodeSystemId system, string uri, string code, string? display, CodeTarget target, ValueSetUse use)
    {
        Add(use == ValueSetUse.WithWords ? Worded : Codes, (system, CodeForm.Of(system, code)), target);
        if (use == ValueSetUse.Always) Add(Writable, target, new WritableCode(system, uri, code, display));
    }

    /// <summary>Adds a code of a site, in a system of its own or as a further code of a known one.</summary>
    public void AddLocal(string uri, string code, CodeTarget target)
    {
        CodeSystemId system = CodeSystemUris.Identify(uri);
        if (system == CodeSystemId.Unknown)
        {
            if (target.Kind is TargetKind.Fact or TargetKind.Test or TargetKind.Band) SiteObservationSystems.Add(uri);
            Add(Local, (CodeSystemUris.Normalise(uri), code), target);
        }
        else
        {
            Add(Codes, (system, CodeForm.Of(system, code)), target);
            Add(Writable, target, new WritableCode(system, uri, code, null));
        }
    }

    /// <summary>Whether any value set stands for the target.</summary>
    public bool Knows(CodeTarget target) => Writable.ContainsKey(target) || Names.ContainsKey(target);

    public void AddPrefix(CodeSystemId system, string prefix, CodeTarget target, ValueSetUse use) =>
        Add(use == ValueSetUse.WithWords ? Worded : Prefixes, (system, CodeForm.Of(system, prefix)), target);

    public void AddRule(CodeSystemId system, string analyte, LaboratoryCodeRule rule) => Add(Rules, (system, analyte), rule);

    public void AddWord(CodeTarget target, string word, ValueSetUse use) => Add(use == ValueSetUse.WithWords ? WordsBeside : Names, target, word);

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<TValue>? list)) lists[key] = list = [];
        if (!list.Contains(value)) list.Add(value);
    }
}

/// <summary>A code that a draft can be written with.</summary>
internal sealed record WritableCode(CodeSystemId System, string Uri, string Code, string? Display);
