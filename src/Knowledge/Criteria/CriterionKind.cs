namespace Cds.Knowledge.Criteria;

/// <summary>How one kind of criterion is written in YAML: from this the reader, the editor schema and the authoring reference are made.</summary>
/// <param name="Key">The member that names the kind.</param>
/// <param name="Read">Compiles a mapping that has this member.</param>
internal sealed record CriterionKind(string Key, Func<ICriterionEntry, Criterion> Read)
{
    /// <summary>Every member that it may have, the naming one first.</summary>
    public required IReadOnlyList<CriterionMember> Members { get; init; }

    /// <summary>The rows of the authoring reference; rows of a test that belongs to a form come after that of the form.</summary>
    public required IReadOnlyList<ReferenceRow> Rows { get; init; }

    /// <summary>Only the cases of order rules can have it: elsewhere there is no order to look at.</summary>
    public bool InOrderRulesOnly { get; init; }
}

/// <summary>A member of a criterion.</summary>
/// <param name="Name">Key in YAML.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Description">For the author, when the name does not say it.</param>
internal sealed record CriterionMember(string Name, MemberType Type, string? Description = null)
{
    /// <summary>The words that it may be, for a closed set.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A member that is one of the values of an enumeration, in kebab case.</summary>
    public static CriterionMember Word<T>(string name, string? description = null)
        where T : struct, Enum => OneOf(name, [.. Enum.GetNames<T>().Select(KebabCase.Of)], description);

    /// <summary>A member that is one of some words.</summary>
    public static CriterionMember OneOf(string name, IReadOnlyList<string> words, string? description = null) => new(name, MemberType.Word, description) { Words = words };

    /// <summary>The event from which data count.</summary>
    public static CriterionMember Since { get; } = Word<SinceEvent>("since");

    /// <summary>How many hours back data count.</summary>
    public static CriterionMember WithinHours { get; } = new("within-hours", MemberType.Threshold, "Whole number of hours, or a limit of `computations/` in hours.");
}

/// <summary>What a member holds.</summary>
internal enum MemberType
{
    /// <summary>A criterion.</summary>
    Criterion,

    /// <summary>A list of criteria.</summary>
    Criteria,

    /// <summary>A count and a list of criteria.</summary>
    CountOfCriteria,

    /// <summary>A text or id.</summary>
    Text,

    /// <summary>An id, or a list of ids.</summary>
    Texts,

    /// <summary>A list of codes, never a single one.</summary>
    List,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number with the unit of the fact, or a bare number for what has none.</summary>
    Threshold,

    /// <summary>A number with the unit of the fact.</summary>
    Amount,

    /// <summary>A dose with its unit.</summary>
    Dose,

    /// <summary>A word of a closed set.</summary>
    Word,
}

/// <summary>A row of the authoring reference.</summary>
/// <param name="Form">How it is written, in Markdown.</param>
/// <param name="TrueWhen">When it is true.</param>
internal sealed record ReferenceRow(string Form, string TrueWhen);
