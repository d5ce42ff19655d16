using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Recommendations;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// The one place that turns an assessment into cards: one per recommendation that is due, one for the stage while it is news, one for what is
/// missing; most urgent first, no more than configured.
/// </summary>
internal sealed class CardComposer(
<<<<<<< HEAD
    KnowledgeBase knowledge, RecommendationCard recommendationCard, StagingCard stagingCard, MissingDataCard missingCard, CardLimit limit,
    IOptions<CdsOptions> options)
=======
    RecommendationCard recommendationCard, StagingCard stagingCard, MissingDataCard missingCard, IOptions<CdsOptions> options)
>>>>>>> main
{
    /// <summary>Composes the cards of an answer.</summary>
    public IReadOnlyList<Card> Compose(CardContext context)
    {
        if (!HasPlasmaCellDisorder(context)) return missingCard.ComposeUnreadProblemList(context) is { } unread ? [unread] : [];
        List<Card> cards = [.. context.Assessment.Recommendations.Where(IsShown).Select(recommendation => recommendationCard.Compose(context, recommendation))];
        if (stagingCard.Compose(context) is { } staging) cards.Insert(cards.TakeWhile(card => card.Indicator != Urgency.Info).Count(), staging);
        if (missingCard.Compose(context) is { } missing) cards.Add(missing);
        return limit.Fit(context, cards);
    }

    /// <summary>Without a plasma-cell disorder, recorded or shown by the data, an assessment says nothing.</summary>
    private static bool HasPlasmaCellDisorder(CardContext context) =>
        context.Assessment.Conclusions.Count > 0 || context.Assessment.Recommendations.Count > 0;

<<<<<<< HEAD
    private bool IsShown(Recommendation recommendation) =>
        recommendation.Status == RecommendationStatus.Due && recommendation.Definition.HasCard && !IsOfTrialElsewhere(recommendation);

    /// <summary>Rules of a trial begin with the id of its protocol; their cards are for sites that enrol.</summary>
    private bool IsOfTrialElsewhere(Recommendation recommendation) =>
        recommendation.Id.Split('.')[0] is { } module
        && knowledge.Documents.GetValueOrDefault(module) is { Kind: DocumentKind.Protocol }
        && !options.Value.EnrollingTrials.Contains(module);
=======
    private static bool IsShown(Recommendation recommendation) =>
        recommendation.Status == RecommendationStatus.Due && recommendation.Definition.HasCard;

    private IReadOnlyList<Card> Fit(CardContext context, IReadOnlyList<Card> cards)
    {
        int most = options.Value.MaxCards;
        if (cards.Count <= most) return cards;
        string titles = string.Join(CardPhrases.ListSeparator.In(context.Language), cards.Skip(most).Select(card => card.Summary));
        Card last = cards[most - 1];
        string detail = last.Detail + "\n\n" + Markdown.Neutralise(CardPhrases.MoreCards.With("titles", titles).In(context.Language));
        return [.. cards.Take(most - 1), last with { Detail = detail }];
    }
>>>>>>> main
}
