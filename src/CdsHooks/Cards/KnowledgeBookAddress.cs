using Cds.CdsHooks.Localization;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards;

/// <summary>Addresses of the knowledge book, where the sources and links of cards lead.</summary>
internal static class KnowledgeBookAddress
{
    /// <summary>Path of the book on this service.</summary>
    public const string Path = "/knowledge/book";

    /// <summary>The page of a document.</summary>
    public static string OfDocument(string baseUrl, string document, Language language) =>
        $"{baseUrl}{Path}/{Uri.EscapeDataString(document)}?lang={language.Tag()}";

    /// <summary>The entry of a rule, on the page of the document that it is cited from first.</summary>
    public static string OfRule(string baseUrl, IReadOnlyList<Citation> citations, string id, Language language) =>
        OfDocument(baseUrl, citations[0].Document, language) + "#" + id;
}
