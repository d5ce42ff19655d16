using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Assessments;

/// <summary>A place in a document.</summary>
/// <param name="Document">Document id.</param>
/// <param name="Locator">Table, figure, clinical question or section.</param>
public sealed record WireCitation(string Document, string Locator)
{
    internal static WireCitation Of(Citation citation) => new(citation.Document, citation.Place.En);
}
