namespace Cds.CdsHooks.Description;

/// <summary>What a reader has to know of an answer that is beyond the documents.</summary>
public sealed record ModuleOriginDescription
{
    /// <summary>Id of the module.</summary>
    public required string Id { get; init; }

    /// <summary>Date of the source: a year, month or day.</summary>
    public required string SpeaksFrom { get; init; }

    /// <summary>Where it holds (<c>jp</c>, <c>us</c>, <c>eu</c>); absent where that makes no difference.</summary>
    public IReadOnlyList<string>? Jurisdiction { get; init; }

    /// <summary><c>read</c> in the primary text, or <c>secondary</c>: in a report about it.</summary>
    public required string Certainty { get; init; }
}

/// <summary>A part of the knowledge that stands beside the documents.</summary>
public sealed record ModuleDescription
{
    /// <summary>Stable id, as the setting <c>Cds:Knowledge:Modules</c> names it.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>What it holds, in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>Date of the source, unless a rule says otherwise.</summary>
    public required string SpeaksFrom { get; init; }

    /// <summary>Where it holds, unless a rule says otherwise; absent where that makes no difference.</summary>
    public IReadOnlyList<string>? Jurisdiction { get; init; }

    /// <summary><c>read</c> or <c>secondary</c>, unless a rule says otherwise.</summary>
    public required string Certainty { get; init; }
}
