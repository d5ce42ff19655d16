namespace Cds.CdsHooks.Delivery;

/// <summary>The answer of a CDS service.</summary>
public sealed record WireCards
{
    /// <summary>Cards, the most urgent first; empty when there is nothing to say.</summary>
    public required IEnumerable<WireCard> Cards { get; init; }

    /// <summary>What the answer says beside its cards.</summary>
    public WireCardsExtension? Extension { get; init; }

    internal static WireCards Of(ShownCards shown, Language language) => new()
    {
        Cards = shown.Cards.Select(card => WireCard.Of(card, language)),
        Extension = shown.KeptBack.Count == 0 ? null : new WireCardsExtension(shown.KeptBack.Select(kept => WireKeptBack.Of(kept, language))),
    };
}
