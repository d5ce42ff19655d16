using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Delivery;

/// <summary>A card.</summary>
public sealed record WireCard
{
    /// <summary>Fresh for every answer; feedback refers to it.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>One sentence, at most 139 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>Markdown without HTML.</summary>
    public string? Detail { get; init; }

    /// <summary><c>info</c>, <c>warning</c> or <c>critical</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>Where the guidance comes from.</summary>
    public required WireCardSource Source { get; init; }

    /// <summary>What can be accepted with one click.</summary>
    public IEnumerable<WireSuggestion>? Suggestions { get; init; }

    /// <summary><c>any</c> or <c>at-most-one</c>; with suggestions only.</summary>
    public string? SelectionBehavior { get; init; }

    /// <summary>Reasons for setting the card aside.</summary>
    public IEnumerable<WireCoding>? OverrideReasons { get; init; }

    /// <summary>The rules behind the card, and the companion app.</summary>
    public IEnumerable<WireCardLink>? Links { get; init; }

    /// <summary>The answer as data.</summary>
    public required WireCardExtension Extension { get; init; }

    internal static WireCard Of(Card card, Language language) => new()
    {
        Uuid = card.Uuid,
        Summary = card.Summary,
        Detail = card.Detail.Length > 0 ? card.Detail : null,
        Indicator = WireName.Of(card.Indicator),
        Source = WireCardSource.Of(card.Source),
        Suggestions = card.Suggestions.Filled(WireSuggestion.Of),
        SelectionBehavior = card.Suggestions.Count == 0 ? null : card.SuggestionsCombine ? "any" : "at-most-one",
        OverrideReasons = card.OverrideReasons.Filled(reason => Coding(reason, language)),
        Links = card.Links.Filled(WireCardLink.Of),
        Extension = WireCardExtension.Of(card, language),
    };

    internal static WireCoding Coding(OverrideReason reason, Language language) => new(CodeSystems.OverrideReason, reason.Id, reason.Title.In(language));
}
