namespace Cds.CdsHooks.Description;

/// <summary>What the service knows, with ids, titles and citations.</summary>
/// <param name="Version">Semantic version of the content.</param>
/// <param name="Language">Language of the titles.</param>
/// <param name="Documents">Source documents, publications and labels.</param>
/// <param name="Facts">Facts that rules read.</param>
/// <param name="Conclusions">Conclusions.</param>
/// <param name="Recommendations">Recommendations.</param>
/// <param name="Regimens">Regimens.</param>
/// <param name="LocalAdaptations">What this site's overlay changes; absent without one.</param>
public sealed record KnowledgeDescription(
    string Version,
    string Language,
    IReadOnlyList<DocumentDescription> Documents,
    IReadOnlyList<FactDescription> Facts,
    IReadOnlyList<KnownConclusionDescription> Conclusions,
    IReadOnlyList<KnownRecommendationDescription> Recommendations,
    IReadOnlyList<RegimenDescription> Regimens,
    IReadOnlyList<LocalAdaptationDescription>? LocalAdaptations = null)
{
    /// <summary>Modules beside the documents that are switched on; absent when there are none.</summary>
    public IReadOnlyList<ModuleDescription>? Modules { get; init; }
}

/// <summary>A change that a site's overlay makes.</summary>
/// <param name="Kind">Kind of entry: <c>conclusions</c>, <c>drugs</c>, <c>formulary</c>, ...</param>
/// <param name="Id">Id of the entry.</param>
/// <param name="Change"><c>added</c>, <c>replaced</c>, <c>switched-off</c> or <c>not-on-formulary</c>.</param>
/// <param name="Text">The change in one line.</param>
public sealed record LocalAdaptationDescription(string Kind, string Id, string Change, string Text);

/// <summary>A source document.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Full title.</param>
/// <param name="ShortName">Short name, the source of cards.</param>
/// <param name="Published">Year or month.</param>
/// <param name="Kind"><c>guideline</c>, <c>protocol</c>, <c>report</c>, <c>publication</c> or <c>label</c>.</param>
/// <param name="Status">What sort of text was used, for example a draft.</param>
/// <param name="LiteratureTo">Year, month or day up to which the text speaks.</param>
public sealed record DocumentDescription(string Id, string Title, string ShortName, string Published, string Kind, string? Status = null, string? LiteratureTo = null);

/// <summary>A fact that rules read.</summary>
public sealed record FactDescription
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary><c>quantity</c>, <c>number</c>, <c>count</c>, <c>presence</c> or <c>code</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Canonical UCUM unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Codes that it can have.</summary>
    public IReadOnlyList<string>? Codes { get; init; }

    /// <summary>Whether it is computed from other facts.</summary>
    public bool? Derived { get; init; }
}

/// <summary>A conclusion that the service can reach.</summary>
public sealed record KnownConclusionDescription
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for a conclusion of theirs.</summary>
    public ModuleOriginDescription? Module { get; init; }

    /// <summary>Values that it can have; absent for numbers.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<CitationDescription> Citations { get; init; }
}

/// <summary>A recommendation that the service can make.</summary>
public sealed record KnownRecommendationDescription
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>Card topic.</summary>
    public required string Topic { get; init; }

    /// <summary>Grade as the document prints it.</summary>
    public string? Grade { get; init; }

    /// <summary>What a reader has to know of it where it is beyond the documents; absent for a recommendation of theirs.</summary>
    public ModuleOriginDescription? Module { get; init; }

    /// <summary>Ids of the options that it can offer.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<CitationDescription> Citations { get; init; }
}

/// <summary>A regimen.</summary>
public sealed record RegimenDescription
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for readers.</summary>
    public required string Title { get; init; }

    /// <summary>Drug ids.</summary>
    public required IReadOnlyList<string> Drugs { get; init; }

    /// <summary>Length of a cycle in days.</summary>
    public int? CycleDays { get; init; }

    /// <summary>Drugs that are off-label in the jurisdiction of the service by its table of approvals.</summary>
    public IReadOnlyList<string>? OffLabel { get; init; }

    /// <summary>Where it comes from.</summary>
    public required IReadOnlyList<CitationDescription> Citations { get; init; }
}
