namespace Cds.Knowledge.Loading.Forms;

/// <summary>
/// The members that a mapping of a knowledge file may have. A reader that asks for another one is a defect of the code, a file that has another one is a
/// defect of the file, and what editors and the reference offer is this list.
/// </summary>
internal sealed class EntryForm
{
    private readonly Lazy<IReadOnlyList<EntryMember>> _members;
    private readonly Lazy<Shape?> _others;
    private readonly Lazy<IReadOnlyDictionary<string, EntryMember>> _byName;

    /// <param name="name">How schema and reference name it; none for one that stands in a single place.</param>
    /// <param name="members">Asked for late, since forms hold one another.</param>
    /// <param name="others">What members with names of the author's choice hold.</param>
    private EntryForm(string? name, Func<IReadOnlyList<EntryMember>> members, Func<Shape?> others)
    {
        Name = name;
        _members = new(members);
        _others = new(others);
        _byName = new(() => Members.ToDictionary(member => member.Name));
    }

    /// <summary>How schema and reference name it; null for one that stands in a single place.</summary>
    public string? Name { get; }

    /// <summary>What such an entry is, for authors.</summary>
    public string? Meaning { get; init; }

    /// <summary>The members, in the order of the reference.</summary>
    public IReadOnlyList<EntryMember> Members => _members.Value;

    /// <summary>What members with names of the author's choice hold (units, codes, parts); null where there are none.</summary>
    public Shape? Others => _others.Value;

    /// <summary>A form with a name.</summary>
    public static EntryForm Named(string name, string meaning, Func<IReadOnlyList<EntryMember>> members) => new(name, members, () => null) { Meaning = meaning };

    /// <summary>A form with a name, of entries that a site's overlay replaces, adds or switches off by their ids.</summary>
    public static EntryForm Layered(string name, string meaning, Func<IReadOnlyList<EntryMember>> members) => new(name, () => [.. members(), .. LayerMembers], () => null) { Meaning = meaning };

    /// <summary>A form of one place only.</summary>
    public static EntryForm Inline(Func<IReadOnlyList<EntryMember>> members) => new(null, members, () => null);

    /// <summary>A mapping whose names the author chooses.</summary>
    public static EntryForm MapOf(Func<Shape> value) => new(null, () => [], value);

    /// <summary>What a member holds; null when there is no such member.</summary>
    public Shape? Holds(string member) => _byName.Value.TryGetValue(member, out EntryMember? found) ? found.Holds : Others;

    private static IReadOnlyList<EntryMember> LayerMembers =>
    [
        new("local-reason", Shape.Localized, "In an overlay: why the site changes it; shown on cards and in the book."),
        new("disabled", Shape.Flag, "In an overlay: `true` takes the entry away."),
    ];
}

/// <summary>A member of an entry.</summary>
/// <param name="Name">Key in YAML.</param>
/// <param name="Holds">What it holds.</param>
/// <param name="Meaning">For authors, in Markdown.</param>
internal sealed record EntryMember(string Name, Shape Holds, string Meaning)
{
    /// <summary>Whether every entry has it, also one that only switches off what ships.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A member that no entry can do without.</summary>
    public static EntryMember Required(string name, Shape holds, string meaning) => new(name, holds, meaning) { IsRequired = true };

    /// <summary>The id of an entry that has to have one.</summary>
    public static EntryMember Id(string meaning = "Stable id, kebab case with dots for grouping; never given to anything else.") => Required("id", Shape.Text, meaning);
}
