using Cds.CdsHooks.Configuration;
using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Recommendations;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// The one place that turns an assessment into cards: one per recommendation that is due, one for the stage while it is news, one for what is
/// missing; most urgent first, no more than configured.
/// </summary>
internal sealed class CardComposer(
    KnowledgeBase knowledge, RecommendationCard recommendationCard, StagingCard stagingCard, MissingDataCard missingCard, CardLimit limit,
    IOptions<CdsOptions> options)
{
    private const string Diagnosis = "diagnosis";

    /// <summary>Composes the cards of an answer.</summary>
    public IReadOnlyList<Card> Compose(CardContext context)
    {
        if (!HasPlasmaCellDisorder(context)) return missingCard.ComposeUnreadProblemList(context) is { } unread ? [unread] : [];
        List<Card> cards = [.. context.Assessment.Recommendations.Where(IsShown).Select(recommendation => recommendationCard.Compose(context, recommendation))];
        if (stagingCard.Compose(context) is { } staging) cards.Insert(cards.TakeWhile(card => card.Indicator != Urgency.Info).Count(), staging);
        if (missingCard.Compose(context) is { } missing) cards.Add(missing);
        return limit.Fit(context, cards);
    }

    /// <summary>The diagnosis, determined or not, is part of the assessment exactly when something points to a plasma-cell disorder.</summary>
    private static bool HasPlasmaCellDisorder(CardContext context) =>
        context.Assessment.Conclusions.Any((Conclusion conclusion) => conclusion.Id == Diagnosis);

    private bool IsShown(Recommendation recommendation) =>
        recommendation.Status == RecommendationStatus.Due && recommendation.Definition.HasCard && !IsOfTrialElsewhere(recommendation);

    /// <summary>Rules of a trial begin with the id of its protocol; their cards are for sites that enrol.</summary>
    private bool IsOfTrialElsewhere(Recommendation recommendation) =>
        recommendation.Id.Split('.')[0] is { } module
        && knowledge.Documents.GetValueOrDefault(module) is { Kind: DocumentKind.Protocol }
        && !options.Value.EnrollingTrials.Contains(module);
}
