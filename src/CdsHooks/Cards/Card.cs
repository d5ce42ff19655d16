using Hl7.Fhir.Model;

namespace Cds.CdsHooks.Cards;

/// <summary>A card of CDS Hooks, its texts already in the language of the answer.</summary>
internal sealed record Card
{
    /// <summary>Fresh for every answer; feedback refers to it.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>One sentence of at most <see cref="SummaryText.Longest"/> UTF-16 units.</summary>
    public required string Summary { get; init; }

    /// <summary>Explanation in Markdown without HTML, in the form that is configured: <see cref="DetailForm"/> writes it.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The indicator.</summary>
    public required Urgency Indicator { get; init; }

    /// <summary>Where the guidance comes from.</summary>
    public required CardSource Source { get; init; }

    /// <summary>What can be accepted with one click.</summary>
    public IReadOnlyList<CardSuggestion> Suggestions { get; init; } = [];

    /// <summary>Whether several suggestions may be accepted (they complement each other) or one at most (they are alternatives).</summary>
    public bool SuggestionsCombine { get; init; }

    /// <summary>Reasons offered for setting the card aside.</summary>
    public IReadOnlyList<OverrideReason> OverrideReasons { get; init; } = [];

    /// <summary>The rules behind the card.</summary>
    public IReadOnlyList<CardLink> Links { get; init; } = [];

    /// <summary>The answer as data, for integrators.</summary>
    public required CardAssessment Assessment { get; init; }
}

/// <summary>Source of a card: the document, its page in the knowledge book, the topic of the rule.</summary>
/// <param name="Label">Short name of the document.</param>
/// <param name="Url">Page of the document, absolute.</param>
/// <param name="Topic">Topic code.</param>
internal sealed record CardSource(string Label, string Url, string Topic);

/// <summary>A link of a card: absolute, or with <see cref="AppContext"/> to a SMART app.</summary>
/// <param name="Label">Label.</param>
/// <param name="Url">Address.</param>
internal sealed record CardLink(string Label, string Url)
{
    /// <summary>What a SMART app is told when it is launched from the link; null for an absolute link.</summary>
    public string? AppContext { get; init; }
}

/// <summary>A suggestion of a card.</summary>
/// <param name="Uuid">Fresh for every answer.</param>
/// <param name="Label">Label.</param>
/// <param name="IsRecommended">Whether it is the one to choose.</param>
/// <param name="Actions">What accepting it creates; all of it together.</param>
internal sealed record CardSuggestion(Guid Uuid, string Label, bool IsRecommended, IReadOnlyList<CardAction> Actions);

/// <summary>One thing that accepting a suggestion does.</summary>
/// <param name="Type">What happens to the resource.</param>
/// <param name="Description">One line that says what is done.</param>
internal sealed record CardAction(CardActionType Type, string Description)
{
    /// <summary>The resource that is created, or the whole new state of the one that is updated; null for a deletion.</summary>
    public Resource? Resource { get; init; }

    /// <summary>Reference of the resource that is deleted, as <c>Type/id</c>; null otherwise.</summary>
    public string? ResourceId { get; init; }
}

/// <summary>Kinds of actions, in the order in which a transaction runs them.</summary>
internal enum CardActionType
{
    /// <summary>Removes a draft order.</summary>
    Delete,

    /// <summary>Drafts a new order.</summary>
    Create,

    /// <summary>Replaces a draft order.</summary>
    Update,
}
