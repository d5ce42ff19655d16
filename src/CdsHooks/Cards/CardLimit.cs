namespace Cds.CdsHooks.Cards;

/// <summary>Keeps an answer to as many cards as configured; what is left out is named on the last one.</summary>
internal sealed class CardLimit(IOptions<CdsOptions> options)
{
    /// <summary>The most urgent cards, in the order given among equals.</summary>
    public IReadOnlyList<CardDraft> Fit(CardContext context, IReadOnlyList<CardDraft> cards)
    {
        int most = options.Value.MaxCards;
        CardDraft[] sorted = [.. cards.OrderByDescending(draft => draft.Card.Indicator)];
        if (sorted.Length <= most) return sorted;
        string titles = string.Join(CardPhrases.ListSeparator.In(context.Language), sorted.Skip(most).Select(draft => draft.Card.Summary));
        CardDraft last = sorted[most - 1];
        return [.. sorted.Take(most - 1), last with { AlsoDue = CardPhrases.MoreCards.With("titles", titles).In(context.Language) }];
    }
}
