using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Assessments;

/// <summary>The documents that the knowledge base is built on, without the publications and labels that it names where those are silent.</summary>
internal static class SourceDocuments
{
    /// <summary>The documents, in the order of the knowledge base.</summary>
    public static IReadOnlyList<Document> Of(KnowledgeBase knowledge) =>
        [.. knowledge.DocumentOrder.Select(id => knowledge.Documents[id]).Where(document => document.IsSource)];
}
