using Cds.CdsHooks.Cards.Glance;

namespace Cds.CdsHooks.Cards;

/// <summary>A card as it is composed: all but its detail, which is written last, in one form, and only of cards that are shown.</summary>
/// <param name="Card">The card without its detail.</param>
/// <param name="Glance">What it says at a glance.</param>
/// <param name="Full">The long form of the explanation, in Markdown without HTML; written only where it is asked for.</param>
internal sealed record CardDraft(Card Card, GlanceText Glance, Func<string> Full)
{
    /// <summary>What is due besides and has no card of its own for lack of room; null when there is nothing.</summary>
    public string? AlsoDue { get; init; }
}
