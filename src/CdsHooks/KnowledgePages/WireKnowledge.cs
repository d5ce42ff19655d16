using Cds.CdsHooks.Assessments;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>What the service knows, with ids, titles and citations.</summary>
/// <param name="Version">Semantic version of the content.</param>
/// <param name="Language">Language of the titles.</param>
/// <param name="Documents">Source documents, publications and labels.</param>
/// <param name="Facts">Facts that rules read.</param>
/// <param name="Conclusions">Conclusions.</param>
/// <param name="Recommendations">Recommendations.</param>
/// <param name="Regimens">Regimens.</param>
/// <param name="LocalAdaptations">What this site's overlay changes; absent without one.</param>
public sealed record WireKnowledge(
    string Version,
    string Language,
    IEnumerable<WireDocument> Documents,
    IEnumerable<WireFact> Facts,
    IEnumerable<WireKnownConclusion> Conclusions,
    IEnumerable<WireKnownRecommendation> Recommendations,
    IEnumerable<WireRegimen> Regimens,
    IEnumerable<WireLocalAdaptation>? LocalAdaptations = null);
