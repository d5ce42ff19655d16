using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A source document.</summary>
public sealed record WireDocument
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Full title.</summary>
    public required string Title { get; init; }

    /// <summary>Short name, the source of cards.</summary>
    public required string ShortName { get; init; }

    /// <summary>Year or month.</summary>
    public required string Published { get; init; }

    /// <summary>What sort of text was used, for example a draft.</summary>
    public string? Status { get; init; }

    /// <summary>Year, month or day up to which the text speaks.</summary>
    public string? LiteratureTo { get; init; }

    /// <summary><c>guideline</c>, <c>protocol</c>, <c>report</c>, <c>publication</c> or <c>label</c>.</summary>
    public required string Kind { get; init; }

    internal static WireDocument Of(Document document, Language language) => new()
    {
        Id = document.Id,
        Title = document.Title.In(language),
        ShortName = document.ShortName.In(language),
        Published = document.Published,
        Status = document.Status?.In(language),
        LiteratureTo = document.LiteratureTo,
        Kind = WireName.Of(document.Kind),
    };
}
