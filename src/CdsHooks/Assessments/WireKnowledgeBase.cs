namespace Cds.CdsHooks.Assessments;

/// <summary>The knowledge base that answered.</summary>
/// <param name="Version">Semantic version of the content.</param>
/// <param name="Documents">Ids of the documents it is built on.</param>
public sealed record WireKnowledgeBase(string Version, IEnumerable<string> Documents)
{
    internal static WireKnowledgeBase Of(KnowledgeBase knowledge) => new(knowledge.Version, SourceDocuments.Of(knowledge).Select(document => document.Id));
}
