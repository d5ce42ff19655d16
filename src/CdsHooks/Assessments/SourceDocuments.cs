using Cds.Knowledge;
using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Assessments;

/// <summary>The documents that the knowledge base is built on, without the publications and labels that it names where those are silent.</summary>
internal static class SourceDocuments
{
    /// <summary>The documents, newest first.</summary>
    public static IReadOnlyList<Document> Of(KnowledgeBase knowledge) =>
    [
        .. knowledge.Documents.Values
            .Where(document => document.Kind is not (DocumentKind.Publication or DocumentKind.Label))
            .OrderByDescending(document => document.Published[..4], StringComparer.Ordinal)
            .ThenByDescending(document => document.Id, StringComparer.Ordinal),
    ];
}
