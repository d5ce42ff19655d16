using Cds.Knowledge.Loading.Forms;
using YamlDotNet.RepresentationModel;

namespace Cds.Knowledge.Loading;

/// <summary>
/// A YAML mapping that knows its file and line, reports what is wrong with its members, and, at the end, members that nobody read (a typing
/// error in a key would otherwise be silent). Readers ask only for members that the form of the entry declares, since what editors and the
/// reference for authors say is made of the forms.
/// </summary>
internal sealed partial class YamlEntry
{
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _read = [];
    private readonly SharedEntries _shared;
    private readonly EntryForm? _form;

    // Without a form it is a look at any mapping of a file, which says nothing about what may stand there.
    private YamlEntry(string file, YamlMappingNode node, DefectList defects, SharedEntries shared, HashSet<string> names, EntryForm? form)
    {
        File = file;
        _node = node;
        Defects = defects;
        _shared = shared;
        Names = names;
        _form = form;
    }

    public string File { get; }

    public DefectList Defects { get; }

    public long Line => _node.Start.Line;

    /// <summary>Ids of the shared entries, limits, windows and approvals that this entry, or anything in it, names.</summary>
    public HashSet<string> Names { get; }

    public IEnumerable<string> Keys => _node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    /// <summary>The first mapping of a file; null (with a defect) when the text is no YAML mapping.</summary>
    /// <param name="file">The file.</param>
    /// <param name="root">What it is.</param>
    /// <param name="defects">Collects what is wrong.</param>
    /// <param name="shared">Entries that its entries may name.</param>
    /// <param name="bareList">The member that a file which is a bare list stands for; null where it has to be a mapping.</param>
    public static YamlEntry? Parse(KnowledgeFile file, Shape? root, DefectList defects, SharedEntries shared, string? bareList = null) => Of(YamlText.Parse(file), root, defects, shared, bareList);

    /// <summary>The same of a file that has been parsed.</summary>
    public static YamlEntry? Of(YamlText text, Shape? root, DefectList defects, SharedEntries shared, string? bareList = null)
    {
        string file = text.File.Name;
        if (bareList is not null && text.Root is YamlSequenceNode list) return new YamlEntry(file, new YamlMappingNode(new YamlScalarNode(bareList), list), defects, shared, [], root?.Form(inList: false));
        if (text.Root is YamlMappingNode mapping) return new YamlEntry(file, mapping, defects, shared, [], FormOf(root, mapping));
        defects.Add(file, text.Line, text.Fault ?? "expected one YAML document holding a mapping");
        return null;
    }

    public void Defect(string what, string? key = null) => Defects.Add(File, key is not null && Node(key) is { } node ? node.Start.Line : Line, what);

    /// <summary>The same entry for a look ahead: what is read or wrong there does not count.</summary>
    public YamlEntry Peek() => new(File, _node, new DefectList(), _shared, [], null);

    /// <summary>The same entry with shared entries named on its own account, not on that of its file, and with what the file says for all of its entries.</summary>
    public YamlEntry Alone(string? fileDefault) => new(File, _node, Defects, _shared, [], _form) { FileDefault = fileDefault };

    /// <summary>What the file says for every entry that says nothing else; null for nothing.</summary>
    public string? FileDefault { get; private init; }

    public bool Has(string key) => Node(key) is not null;

    /// <summary>Whether a member is a plain text or number.</summary>
    public bool IsScalar(string key) => Node(key) is YamlScalarNode;

    /// <summary>A member as YAML text, for comparing two of them.</summary>
    public string? Source(string key) => Node(key)?.ToString();

    /// <summary>The whole entry as YAML text, for comparing two of them.</summary>
    public string Source() => _node.ToString();

    /// <summary>Whether the member is a mapping.</summary>
    public bool IsMapping(string key) => Node(key) is YamlMappingNode;

    public string? Text(string key)
    {
        YamlNode? node = Read(key);
        if (node is null) return null;
        if (node is YamlScalarNode { Value: { Length: > 0 } value }) return ToFill.In(value) is { } open ? Report<string?>(null, $"'{key}' is still to be filled in{open}", key) : value;
        Defect($"'{key}' has to be a text", key);
        return null;
    }

    public string RequiredText(string key)
    {
        if (Text(key) is { } text) return text;
        if (!Has(key)) Defect($"'{key}' is missing");
        return "";
    }

    public bool Flag(string key) => Text(key) switch
    {
        null or "false" => false,
        "true" => true,
        var other => Report(false, $"'{key}' has to be true or false, not '{other}'", key),
    };

    public int? Integer(string key) => Text(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
        : Report<int?>(null, $"'{key}' has to be a whole number, not '{text}'", key);

    public decimal? Number(string key) => Text(key) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number
        : Report<decimal?>(null, $"'{key}' has to be a number, not '{text}'", key);

    /// <summary>A member of a closed set of words in kebab case.</summary>
    public T? Word<T>(string key)
        where T : struct, Enum
    {
        if (Text(key) is not { } text) return null;
        string name = text.Replace("-", "", StringComparison.Ordinal);
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        string[] words = [.. Enum.GetNames<T>().Select(KebabCase.Of)];
        Defect($"'{key}' has to be one of {string.Join(", ", words)}, not '{text}'{Nearest.Hint(text, words)}", key);
        return null;
    }

    public YamlEntry? Entry(string key)
    {
        YamlNode? node = Read(key);
        if (node is null) return null;
        if (node is YamlMappingNode mapping) return Part(key, mapping, inList: false);
        Defect($"'{key}' has to be a mapping", key);
        return null;
    }

    /// <summary>A mapping, or the shared one that an id names.</summary>
    public YamlEntry? Entry(string key, SharedKind kind) => Node(key) is YamlScalarNode id ? Shared(kind, Read(key)!.Start.Line, id.Value ?? "") : Entry(key);

    /// <summary>The shared entry that a member names by its id.</summary>
    public YamlEntry? Named(string key, SharedKind kind) => Text(key) is { } id ? Shared(kind, Node(key)!.Start.Line, id) : null;

    public IReadOnlyList<YamlEntry> Entries(string key)
    {
        var entries = new List<YamlEntry>();
        foreach (YamlNode node in Sequence(key))
        {
            if (node is YamlMappingNode mapping) entries.Add(Part(key, mapping, inList: true));
            else Defects.Add(File, node.Start.Line, $"each entry of '{key}' has to be a mapping");
        }

        return entries;
    }

    /// <summary>A list of mappings, among them shared ones that ids name.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key, SharedKind kind)
    {
        var entries = new List<YamlEntry>();
        foreach (YamlNode node in Sequence(key))
        {
            if (node is YamlMappingNode mapping) entries.Add(Part(key, mapping, inList: true));
            else if (node is not YamlScalarNode { Value: { } id }) Defects.Add(File, node.Start.Line, $"each entry of '{key}' has to be a mapping or the id of a shared {SharedEntries.WordOf(kind)}");
            else if (Shared(kind, node.Start.Line, id) is { } shared) entries.Add(shared);
        }

        return entries;
    }

    /// <summary>A list of texts; a single text stands for a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Node(key) is YamlScalarNode) return Text(key) is { } single ? [single] : [];
        var texts = new List<string>();
        foreach (YamlNode node in Sequence(key))
        {
            if (node is YamlScalarNode { Value: { Length: > 0 } value } && ToFill.In(value) is null) texts.Add(value);
            else if (node is YamlScalarNode { Value: { } text } && ToFill.In(text) is { } what) Defects.Add(File, node.Start.Line, $"'{key}' is still to be filled in{what}");
            else Defects.Add(File, node.Start.Line, $"each entry of '{key}' has to be a text");
        }

        return texts;
    }

    /// <summary>A list of texts and mappings; a single one stands for a list of one.</summary>
    public IReadOnlyList<YamlItem> Items(string key)
    {
        var items = new List<YamlItem>();
        foreach (YamlNode node in Node(key) is YamlScalarNode or YamlMappingNode ? [Read(key)!] : Sequence(key))
        {
            if (node is YamlMappingNode mapping) items.Add(new YamlItem(this, node.Start.Line, null, Part(key, mapping, inList: true)));
            else if (node is YamlScalarNode { Value: { Length: > 0 } value }) items.Add(new YamlItem(this, node.Start.Line, value, null));
            else Defects.Add(File, node.Start.Line, $"each entry of '{key}' has to be a text or a mapping");
        }

        return items;
    }

    /// <summary>Reports a word that nothing is called, with the known ones nearest to it.</summary>
    public void Unknown(string what, string word, IEnumerable<string> known, string? key = null) => Defect($"unknown {what} '{word}'{Nearest.Hint(word, known)}", key);

    /// <summary>Reports members that nobody read, with the nearest of those that may stand here.</summary>
    /// <param name="others">Members that may stand here as well, though nobody asked for them.</param>
    public void Finish(params IEnumerable<string> others)
    {
        foreach ((YamlNode key, YamlNode _) in _node.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && !_read.Contains(name))
                Defects.Add(File, key.Start.Line, $"unknown member '{name}'{Nearest.Hint(name, _read.Concat(others).Except(Keys))}");
        }
    }

    /// <summary>A member that was written formerly, for telling the author what stands in its place.</summary>
    public string Former(string key)
    {
        _read.Add(key);
        return Node(key) is YamlScalarNode { Value: { } text } ? text : "";
    }

    /// <summary>Members that nobody can judge: no defects of their own.</summary>
    public void PassOver(IEnumerable<string> keys) => _read.UnionWith(keys);

    public T Report<T>(T value, string what, string? key = null)
    {
        Defect(what, key);
        return value;
    }

    private YamlEntry Part(string key, YamlMappingNode mapping, bool inList) => new(File, mapping, Defects, _shared, Names, _form?.Holds(key)?.Form(inList));

    /// <summary>Where a shared entry is wrong its own file is named; what it names in turn counts for this entry.</summary>
    private YamlEntry? Shared(SharedKind kind, long line, string id)
    {
        Names.Add(id);
        if (_shared.Find(kind, id) is not { } found)
        {
            Defects.Add(File, line, $"unknown shared {SharedEntries.WordOf(kind)} '{id}': no file in rules/ has it{Nearest.Hint(id, _shared.Ids(kind))}");
            return null;
        }

        var entry = new YamlEntry(found.File, found._node, Defects, _shared, Names, found._form);
        entry._read.Add("id");
        return entry;
    }

    private IEnumerable<YamlNode> Sequence(string key)
    {
        YamlNode? node = Read(key);
        if (node is null) return [];
        if (node is YamlSequenceNode sequence) return sequence.Children;
        Defect($"'{key}' has to be a list", key);
        return [];
    }

    /// <exception cref="InvalidOperationException">A reader asks for a member that the form does not declare, so that no author could know of it.</exception>
    private YamlNode? Read(string key)
    {
        if (_form is not null)
        {
            if (_form.Holds(key) is null) throw new InvalidOperationException($"A reader asks for '{key}', which the form '{_form.Name ?? _form.Members[0].Name}' does not declare ({File}:{Line}).");
            Defects.Asked?.Invoke(_form, key);
        }

        _read.Add(key);
        return Node(key);
    }

    /// <summary>The form of a file: of several the one of which the mapping has a member that is needed.</summary>
    private static EntryForm? FormOf(Shape? root, YamlMappingNode mapping) => root is EitherShape either
        ? either.Shapes.Select(shape => shape.Form(inList: false)).OfType<EntryForm>().FirstOrDefault(form => form.Members.Any(member => member.IsRequired && Member(mapping, member.Name) is not null)) ?? root.Form(inList: false)
        : root?.Form(inList: false);

    private YamlNode? Node(string key) => Member(_node, key);

    private static YamlNode? Member(YamlMappingNode mapping, string key) => mapping.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? node) ? node : null;
}
