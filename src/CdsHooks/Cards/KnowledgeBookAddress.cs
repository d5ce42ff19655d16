using Cds.CdsHooks.Pages;

namespace Cds.CdsHooks.Cards;

/// <summary>Addresses of the knowledge book, where the sources and links of cards lead.</summary>
internal static class KnowledgeBookAddress
{
    /// <summary>Path of the book on this service.</summary>
    public const string Path = "/" + PageAddress.Book;

    /// <summary>The page of a document.</summary>
    public static string OfDocument(string baseUrl, string document, Language language) =>
        $"{baseUrl}{Path}/{Uri.EscapeDataString(document)}?lang={language.Tag()}";

    /// <summary>The page of a conclusion or recommendation.</summary>
    public static string OfRule(string baseUrl, string id, Language language) =>
        $"{baseUrl}/{PageAddress.Rules}{Uri.EscapeDataString(id)}?lang={language.Tag()}";
}
