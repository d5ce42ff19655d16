using Cds.Knowledge.Documents;
using Cds.Knowledge.Modules;

namespace Cds.Knowledge.Evaluation;

/// <summary>An answer about the patient: a stage, a risk, a state of therapy.</summary>
public sealed record Conclusion
{
    /// <summary>Stable id, for example <c>staging.iss</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The value; null while undetermined. A list-valued conclusion always has a <see cref="ListAnswer"/>.</summary>
    public Answer? Value { get; init; }

    /// <summary>Every value that the data still allow; one entry when determined. Empty for lists and numbers with a unit.</summary>
    public IReadOnlyList<Answer> Possible { get; init; } = [];

    /// <summary>For list-valued conclusions: members that the data still allow without proving them.</summary>
    public IReadOnlyList<string> Undetermined { get; init; } = [];

    /// <summary>Unit of a number, if any.</summary>
    public string? Unit { get; init; }

    /// <summary>The data used.</summary>
    public IReadOnlyList<Basis> Basis { get; init; } = [];

    /// <summary>Fact ids that would decide it, the most useful first; empty when determined.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>For eligibility: one per criterion that failed.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Criteria that no record can show, or that were only assumed. They never block.</summary>
    public IReadOnlyList<LocalizedText> ToConfirm { get; init; } = [];

    /// <summary>What a reader should know about this value (survival figures, what the value does not decide).</summary>
    public IReadOnlyList<LocalizedText> Information { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What a reader has to know of it where it is beyond the documents; null for a conclusion of theirs.</summary>
    public ModuleOrigin? Origin { get; init; }

    /// <summary>Title of the value for readers, when it has one.</summary>
    public LocalizedText? ValueTitle { get; init; }
}

/// <summary>A value of a conclusion.</summary>
public abstract record Answer;

/// <summary>One code of a closed list.</summary>
/// <param name="Code">The code.</param>
public sealed record CodeAnswer(string Code) : Answer;

/// <summary>A number.</summary>
/// <param name="Number">The number.</param>
public sealed record NumberAnswer(decimal Number) : Answer;

/// <summary>The members that are known to hold.</summary>
/// <param name="Members">Codes, in the order of the definition.</param>
public sealed record ListAnswer(IReadOnlyList<string> Members) : Answer
{
    /// <inheritdoc />
    public bool Equals(ListAnswer? other) => other is not null && Members.SequenceEqual(other.Members);

    /// <inheritdoc />
    public override int GetHashCode() => Members.Aggregate(0, (hash, member) => HashCode.Combine(hash, member));
}

/// <summary>Why a criterion of an eligibility failed.</summary>
/// <param name="Code">Stable reason code of the contract.</param>
/// <param name="Text">The reason for readers.</param>
/// <param name="Basis">The data that failed it.</param>
public sealed record Reason(string Code, LocalizedText Text, IReadOnlyList<Basis> Basis);
