using Cds.CdsHooks.Cards;

namespace Cds.CdsHooks.Start;

/// <summary>A card as the page shows it: what a reader sees of it, in one language.</summary>
/// <param name="Indicator">Indicator as CDS Hooks writes it, for its colour.</param>
/// <param name="Urgency">The indicator for readers.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Detail">Detail, Markdown.</param>
/// <param name="Suggestions">Suggestions, each with what accepting it does.</param>
/// <param name="OverrideReasons">Reasons to set the card aside.</param>
/// <param name="Links">Source and links, the source first.</param>
public sealed record CardOnPage(
    string Indicator,
    string Urgency,
    string Summary,
    string Detail,
    IReadOnlyList<(string Label, IReadOnlyList<string> Actions)> Suggestions,
    IReadOnlyList<string> OverrideReasons,
    IReadOnlyList<(string Label, string Url)> Links)
{
    internal static CardOnPage Of(Card card, Language language) => new(
        WireName.Of(card.Indicator),
        StartPhrases.Of(card.Indicator).In(language),
        card.Summary,
        card.Detail,
        [.. card.Suggestions.Select(suggestion => (suggestion.Label, (IReadOnlyList<string>)[.. suggestion.Actions.Select(action => action.Description)]))],
        [.. card.OverrideReasons.Select(reason => reason.Title.In(language))],
        [(card.Source.Label, card.Source.Url), .. card.Links.Where(link => link.AppContext is null).Select(link => (link.Label, link.Url))]);
}
