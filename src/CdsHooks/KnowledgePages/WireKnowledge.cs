using Cds.CdsHooks.Assessments;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>What the service knows, with ids, titles and citations.</summary>
public sealed record WireKnowledge
{
    /// <summary>Semantic version of the content.</summary>
    public required string Version { get; init; }

    /// <summary>Language of the titles.</summary>
    public required string Language { get; init; }

    /// <summary>Source documents, publications and labels.</summary>
    public required IEnumerable<WireDocument> Documents { get; init; }

    /// <summary>Modules beside the documents that are switched on; absent when there are none.</summary>
    public IEnumerable<WireModule>? Modules { get; init; }

    /// <summary>Facts that rules read.</summary>
    public required IEnumerable<WireFact> Facts { get; init; }

    /// <summary>Conclusions.</summary>
    public required IEnumerable<WireKnownConclusion> Conclusions { get; init; }

    /// <summary>Recommendations.</summary>
    public required IEnumerable<WireKnownRecommendation> Recommendations { get; init; }

    /// <summary>Regimens.</summary>
    public required IEnumerable<WireRegimen> Regimens { get; init; }

    /// <summary>What this site's overlay changes; absent without one.</summary>
    public IEnumerable<WireLocalAdaptation>? LocalAdaptations { get; init; }
}
