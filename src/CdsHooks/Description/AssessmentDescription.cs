namespace Cds.CdsHooks.Description;

// Shapes of the answers for the API description. The answers themselves are written by hand, fast and without reflection; a test holds
// both against each other.

/// <summary>Everything that the knowledge base says of one patient at one time.</summary>
/// <param name="Subject">Patient reference.</param>
/// <param name="AsOf">The moment asked about, as given.</param>
/// <param name="Language">Language of the texts: <c>en</c> or <c>ja</c>.</param>
/// <param name="KnowledgeBase">The knowledge base that answered.</param>
/// <param name="Conclusions">Conclusions that apply.</param>
/// <param name="Recommendations">Recommendations that apply, most urgent first.</param>
/// <param name="Notes">What was ignored or contradicts, and why.</param>
public sealed record AssessmentDescription(
    string Subject,
    string AsOf,
    string Language,
    KnowledgeBaseDescription KnowledgeBase,
    IReadOnlyList<ConclusionDescription> Conclusions,
    IReadOnlyList<RecommendationDescription> Recommendations,
    IReadOnlyList<NoteDescription> Notes)
{
    /// <summary>With <c>validate=true</c>: what is no valid FHIR R4 in the body.</summary>
    public ValidationDescription? Validation { get; init; }
}

/// <summary>The knowledge base that answered.</summary>
/// <param name="Version">Semantic version of the content.</param>
/// <param name="Documents">Ids of the documents it is built on.</param>
public sealed record KnowledgeBaseDescription(string Version, IReadOnlyList<string> Documents);

/// <summary>An answer about the patient.</summary>
public sealed record ConclusionDescription
{
    /// <summary>Stable id, for example <c>staging.iss</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>A code, a number, or an array of codes; null while undetermined.</summary>
    public required object? Value { get; init; }

    /// <summary>Name of the value for readers.</summary>
    public string? ValueTitle { get; init; }

    /// <summary>UCUM unit of a number.</summary>
    public string? Unit { get; init; }

    /// <summary>Every value that the data still allow.</summary>
    public required IReadOnlyList<object> Possible { get; init; }

    /// <summary>For lists: members that the data allow without proving them.</summary>
    public IReadOnlyList<string>? Undetermined { get; init; }

    /// <summary>The data used.</summary>
    public required IReadOnlyList<BasisDescription> Basis { get; init; }

    /// <summary>Ids of the facts that would decide it.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>For eligibility: one per criterion that failed.</summary>
    public IReadOnlyList<ReasonDescription>? Reasons { get; init; }

    /// <summary>What no record can show, or what was only assumed.</summary>
    public IReadOnlyList<string>? ToConfirm { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for a conclusion of theirs.</summary>
    public ModuleOriginDescription? Module { get; init; }

    /// <summary>What a reader should know about the value.</summary>
    public IReadOnlyList<string>? Information { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<CitationDescription> Citations { get; init; }
}

/// <summary>Why a criterion of an eligibility failed.</summary>
/// <param name="Code">Stable reason code.</param>
/// <param name="Text">The reason for readers.</param>
/// <param name="Basis">The data that failed it.</param>
public sealed record ReasonDescription(string Code, string Text, IReadOnlyList<BasisDescription> Basis);

/// <summary>One datum behind an answer.</summary>
public sealed record BasisDescription
{
    /// <summary>Fact id, or the id of a condition, drug, procedure or conclusion.</summary>
    public required string Fact { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>A number, <c>present</c>, <c>absent</c> or a code; absent when only the record's existence counts.</summary>
    public object? Value { get; init; }

    /// <summary>For a bound: <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;=</c> or <c>&gt;</c>.</summary>
    public string? Comparator { get; init; }

    /// <summary>Lower end of a range.</summary>
    public decimal? Low { get; init; }

    /// <summary>Upper end of a range.</summary>
    public decimal? High { get; init; }

    /// <summary>UCUM unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Date of the datum, as written.</summary>
    public string? Date { get; init; }

    /// <summary>FHIR reference.</summary>
    public string? Resource { get; init; }

    /// <summary>The limit used, the conversion made.</summary>
    public string? Comment { get; init; }

    /// <summary>The data that a computed value was computed from.</summary>
    public IReadOnlyList<BasisDescription>? From { get; init; }
}

/// <summary>A place in a document.</summary>
/// <param name="Document">Document id.</param>
/// <param name="Locator">Table, figure, clinical question or section.</param>
public sealed record CitationDescription(string Document, string Locator);

/// <summary>What was ignored or contradicts.</summary>
public sealed record NoteDescription
{
    /// <summary><c>information</c>, <c>warning</c> or <c>error</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>FHIR reference concerned.</summary>
    public string? Resource { get; init; }

    /// <summary>What and why.</summary>
    public required string Text { get; init; }
}
