using Cds.Knowledge.Documents;
using Cds.Knowledge.Values;

namespace Cds.Knowledge.Coverage;

/// <summary>A table, figure, clinical question or section of a source document, and what became of it.</summary>
/// <param name="Document">Document id.</param>
/// <param name="Locators">How citations name it; further words may follow (<c>Table 15</c> stands for <c>Table 15, grade 2</c>).</param>
/// <param name="Title">What it is about.</param>
/// <param name="Rules">Conclusions, recommendations and regimens that carry it out.</param>
/// <param name="NotComputable">Why it, or a part of it, is no rule; null when all of it is.</param>
public sealed record CoverageEntry(string Document, IReadOnlyList<string> Locators, LocalizedText Title, IReadOnlyList<string> Rules, LocalizedText? NotComputable)
{
    /// <summary>Whether a citation lies in this part of the document.</summary>
    public bool Holds(Citation citation) => citation.Document == Document && Locators.Any(locator => Begins(citation.Locator, locator));

    /// <summary><c>CQ1</c> does not begin <c>CQ10</c>.</summary>
    private static bool Begins(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) && (text.Length == start.Length || !char.IsAsciiLetterOrDigit(text[start.Length]));
}
