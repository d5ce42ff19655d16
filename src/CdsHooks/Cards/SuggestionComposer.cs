using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// Turns options into suggestions. An option to avoid is never suggested, and what already runs or is ordered is never ordered again.
/// </summary>
internal sealed class SuggestionComposer(DraftResources drafts)
{
    /// <summary>Suggestions for the options of a recommendation, in their order.</summary>
    public IReadOnlyList<CardSuggestion> Compose(CardContext context, Recommendation recommendation, bool combine)
    {
        if (OptionGroups.AreGrouped(recommendation)) return [.. OptionGroups.Of(recommendation).Select(group => Group(context, group)).OfType<CardSuggestion>()];
        var suggestions = new List<CardSuggestion>();
        bool mayRecommend = true;
        foreach (Option option in recommendation.Options)
        {
            if (option.Standing == Standing.Avoid) continue;
            IReadOnlyList<CardAction> actions = Actions(context, [option]);
            if (actions.Count == 0) continue;
            bool isRecommended = mayRecommend && option.Standing == Standing.Recommended;
            if (!combine) mayRecommend = false;
            suggestions.Add(new CardSuggestion(Guid.NewGuid(), option.Title.In(context.Language), isRecommended, actions));
        }

        return suggestions;
    }

    /// <summary>Changes of orders that no action can carry out, in words.</summary>
    public IReadOnlyList<LocalizedText> ByHand(CardContext context, Recommendation recommendation) =>
    [
        .. recommendation.Options.Where(option => option.Standing != Standing.Avoid).SelectMany(option => option.Orders)
            .Where(order => order is DoseChange or OrderRemoval && drafts.Create(context, order) is null)
            .Select(order => order.Text).Distinct(),
    ];

    /// <summary>One suggestion for options that complement each other and stand for the same reason.</summary>
    private CardSuggestion? Group(CardContext context, OptionGroup group)
    {
        if (group.Standing == Standing.Avoid || Actions(context, group.Options) is not { Count: > 0 } actions) return null;
        return new CardSuggestion(Guid.NewGuid(), OptionGroups.Title(group, context.Language), group.Standing == Standing.Recommended, actions);
    }

    private IReadOnlyList<CardAction> Actions(CardContext context, IEnumerable<Option> options) =>
    [
        .. options.SelectMany(option => option.Orders)
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
