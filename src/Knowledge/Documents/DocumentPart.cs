namespace Cds.Knowledge.Documents;

/// <summary>A place in a document that can be cited, and what became of it.</summary>
/// <param name="Document">Document id.</param>
/// <param name="Id">Id within the document, for example <c>mm-6-cq4</c>.</param>
/// <param name="Place">How readers find it: <c>MM-6 CQ4</c>, <c>Table 3</c>.</param>
/// <param name="Kind">What sort of place it is.</param>
public sealed record DocumentPart(string Document, string Id, LocalizedText Place, PartKind Kind)
{
    /// <summary>The part that it lies in; null at the top of the document.</summary>
    public string? Within { get; init; }

    /// <summary>What it is about.</summary>
    public LocalizedText? About { get; init; }

    /// <summary>Conclusions, recommendations and regimens that carry it out.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Rules and trials that tell of it without computing with it.</summary>
    public IReadOnlyList<string> MentionedIn { get; init; } = [];

    /// <summary>Why it, or what is left of it, is no rule; null when all of it is.</summary>
    public LocalizedText? NotComputable { get; init; }
}

/// <summary>Kinds of places.</summary>
public enum PartKind
{
    /// <summary>A sentence or paragraph; the kind of places in labels and publications.</summary>
    Passage,

    /// <summary>A chapter or section.</summary>
    Section,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A row of a table, or an item of a list of criteria.</summary>
    Row,

    /// <summary>A footnote.</summary>
    Footnote,

    /// <summary>A figure: an algorithm, a flow chart, curves.</summary>
    Figure,

    /// <summary>A box or branch of a figure.</summary>
    FigureNode,

    /// <summary>A clinical question.</summary>
    Question,
}
