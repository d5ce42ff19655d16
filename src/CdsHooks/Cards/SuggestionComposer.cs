using Cds.Knowledge.Recommendations;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// Turns options into suggestions. An option to avoid is never suggested, and what already runs or is ordered is never ordered again.
/// </summary>
internal sealed class SuggestionComposer(DraftResources drafts)
{
    /// <summary>Suggestions for the options of a recommendation, in their order.</summary>
    public IReadOnlyList<CardSuggestion> Compose(CardContext context, Recommendation recommendation, bool combine)
    {
        var suggestions = new List<CardSuggestion>();
        bool mayRecommend = true;
        foreach (Option option in recommendation.Options)
        {
            if (option.Standing == Standing.Avoid) continue;
            IReadOnlyList<CardAction> actions = [.. option.Orders
                .Where(order => !AlreadyRuns(context, order))
                .Select(order => drafts.Create(context, order)).OfType<CardAction>()
                .OrderBy(action => action.Type)];
            if (actions.Count == 0) continue;
            bool isRecommended = mayRecommend && option.Standing == Standing.Recommended;
            if (!combine) mayRecommend = false;
            suggestions.Add(new CardSuggestion(Guid.NewGuid(), option.Title.In(context.Language), isRecommended, actions));
        }

        return suggestions;
    }

    private static bool AlreadyRuns(CardContext context, Order order) => order switch
    {
        DrugOrder drug => context.IsRunning(drug.DrugId),
        ServiceOrder service => context.IsOnItsWay(service.For),
        _ => false,
    };
}
