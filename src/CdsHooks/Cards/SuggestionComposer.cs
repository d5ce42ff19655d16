using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// Turns options into suggestions. An option to avoid is never suggested, and what already runs or is ordered is never ordered again.
/// </summary>
internal sealed class SuggestionComposer(DraftResources drafts, OrderPanels panels, OptionNames names)
{
    /// <summary>Most suggestions of a card, and most actions of a suggestion.</summary>
    public const int Most = 5, MostActions = 20;

    /// <summary>Suggestions for the options of a recommendation, in their order; of examinations that complement each other one order set.</summary>
    public IReadOnlyList<CardSuggestion> Compose(CardContext context, Recommendation recommendation, bool combine)
    {
        if (OptionGroups.AreGrouped(recommendation)) return OrderSet(context, recommendation);
        var suggestions = new List<CardSuggestion>();
        bool mayRecommend = true;
        foreach (Option option in recommendation.Options)
        {
            if (!combine && suggestions.Count == Most) break;
            if (option.Standing == Standing.Avoid) continue;
            IReadOnlyList<CardAction> actions = Actions(context, option.Orders);
            if (actions.Count == 0) continue;
            bool isRecommended = mayRecommend && option.Standing == Standing.Recommended;
            if (!combine) mayRecommend = false;
            suggestions.Add(Suggestion(names.Of(option), isRecommended, actions, context.Language));
        }

        return suggestions.Count <= Most ? suggestions : OrderSet(context, recommendation);
    }

    /// <summary>One suggestion with all that is recommended: examinations that are one request (a panel) are one action.</summary>
    private IReadOnlyList<CardSuggestion> OrderSet(CardContext context, Recommendation recommendation)
    {
        IEnumerable<Order> orders = recommendation.Options.Where(option => option.Standing == Standing.Recommended).SelectMany(option => option.Orders).Where(order => !AlreadyRuns(context, order));
        IReadOnlyList<CardAction> actions = Actions(context, panels.Of([.. orders]));
        return actions.Count == 0 ? [] : [Suggestion(recommendation.Definition.Title, true, [.. actions.Take(MostActions)], context.Language)];
    }

    private static CardSuggestion Suggestion(LocalizedText title, bool isRecommended, IReadOnlyList<CardAction> actions, Language language) =>
        new(Guid.NewGuid(), isRecommended ? CardPhrases.RecommendedSuggestion.With("what", title).In(language) : title.In(language), isRecommended, actions);

    /// <summary>Changes of orders that no action can carry out, in words.</summary>
    public IReadOnlyList<LocalizedText> ByHand(CardContext context, Recommendation recommendation) =>
    [
        .. recommendation.Options.Where(option => option.Standing != Standing.Avoid).SelectMany(option => option.Changes)
            .Where(order => drafts.Create(context, order) is null)
            .Select(order => order.Text).Distinct(),
    ];

    private IReadOnlyList<CardAction> Actions(CardContext context, IEnumerable<Order> orders) =>
    [
        .. orders
            .Where(order => !AlreadyRuns(context, order))
            .Select(order => drafts.Create(context, order)).OfType<CardAction>()
            .OrderBy(action => action.Type),
    ];

    private static bool AlreadyRuns(CardContext context, Order order) => order switch
    {
        DrugOrder drug => context.IsRunning(drug.DrugId),
        ServiceOrder service => context.IsOnItsWay(service.For),
        _ => false,
    };
}
