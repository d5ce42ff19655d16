namespace Cds.Knowledge.Documents;

/// <summary>A work that rules cite: one of the five source documents, a publication or a label.</summary>
/// <param name="Id">Stable id, for example <c>jsh-2023</c>.</param>
/// <param name="ShortName">Short name for the source of a card.</param>
/// <param name="Title">Full title.</param>
/// <param name="Published">Year or month of publication, for deciding which of two documents is newer; <c>undated</c> where the work shows none.</param>
/// <param name="Kind">What sort of work it is.</param>
public sealed record Document(string Id, LocalizedText ShortName, LocalizedText Title, string Published, DocumentKind Kind)
{
    /// <summary>What <see cref="Published"/> says of a work that shows no date.</summary>
    private const string Undated = "undated";

    /// <summary>Whether it is known when the work was published.</summary>
    public bool IsDated => Published != Undated;

    /// <summary>What sort of text was used: a draft, a version; null where there is nothing to say.</summary>
    public LocalizedText? Status { get; init; }

    /// <summary>The status in a word, for the source line of a card, where the text is not the final one (draft); null otherwise.</summary>
    public LocalizedText? StatusShort { get; init; }

    /// <summary>Year, month or day up to which the text speaks; null where it is not known.</summary>
    public string? LiteratureTo { get; init; }

    /// <summary>The module that stands on it; null for the documents and what is cited beside them.</summary>
    public string? Module { get; init; }

    /// <summary>Its parts in the order of the document, each before those within it.</summary>
    public IReadOnlyList<DocumentPart> Parts { get; init; } = [];

    /// <summary>Whether it is one of the documents that the knowledge base is built on, whose every part is accounted for.</summary>
    public bool IsSource => Kind is not (DocumentKind.Publication or DocumentKind.Label);
}

/// <summary>Kinds of works.</summary>
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
