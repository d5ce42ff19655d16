using Cds.Knowledge.Values;

namespace Cds.Knowledge.Documents;

/// <summary>A source document of the knowledge base.</summary>
/// <param name="Id">Stable id, for example <c>jsh-2023</c>.</param>
/// <param name="ShortName">Short name for the source of a card.</param>
/// <param name="Title">Full title.</param>
/// <param name="Published">Year or month of publication, for deciding which of two documents is newer.</param>
/// <param name="Kind"><c>guideline</c>, <c>protocol</c>, <c>report</c>, <c>review</c>, or <c>publication</c> / <c>label</c> for works outside the five documents.</param>
public sealed record Document(string Id, LocalizedText ShortName, LocalizedText Title, string Published, DocumentKind Kind);

/// <summary>Kinds of source documents.</summary>
public enum DocumentKind
{
    /// <summary>Clinical practice or optimal-use guideline.</summary>
    Guideline,

    /// <summary>Trial protocol.</summary>
    Protocol,

    /// <summary>Research report or review article.</summary>
    Report,

    /// <summary>A publication outside the five documents, named where the documents are silent.</summary>
    Publication,

    /// <summary>A drug label (package insert).</summary>
    Label,
}

/// <summary>A place in a source document.</summary>
/// <param name="Document">Document id.</param>
/// <param name="Locator">Table, figure, clinical question or section, for example <c>MM-6 CQ4</c>.</param>
public sealed record Citation(string Document, string Locator);
