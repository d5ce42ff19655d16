namespace Cds.CdsHooks.Cards;

/// <summary>
/// The one place that turns an assessment into cards: one per recommendation that is due (those that share a question are one ranking), one for the stage while it is news, one for what is
/// missing; most urgent first, no more than configured.
/// </summary>
internal sealed class CardComposer(
    RecommendationCard recommendationCard, StagingCard stagingCard, MissingDataCard missingCard, NotCoveredCard notCoveredCard, CardLimit limit)
{
    /// <summary>Composes the cards of an answer.</summary>
    public IReadOnlyList<CardDraft> Compose(CardContext context) => WithDisagreement(context, limit.Fit(context, All(context)));

    private List<CardDraft> All(CardContext context)
    {
        if (context.Patient.IsDeceasedAt(context.AsOf.Moment)) return [];
        if (OtherPatientCard.Compose(context) is { } otherPatient) return [otherPatient];
        if (!HasPlasmaCellDisorder(context)) return missingCard.ComposeUnreadProblemList(context) is { } unread ? [unread] : [];
        List<CardDraft> cards = [.. OneRanking.Of(context.Assessment.Recommendations.Where(IsShown)).Select(ranking => recommendationCard.Compose(context, ranking))];
        if (stagingCard.Compose(context) is { } staging) cards.Insert(cards.TakeWhile(draft => draft.Card.Indicator != Urgency.Info).Count(), staging);
        if (notCoveredCard.OfRunning(context) is { } notCovered) cards.Add(notCovered);
        if (missingCard.Compose(context) is { } missing) cards.Add(missing);
        return cards;
    }

    /// <summary>The first card says when the recorded diagnosis and the criteria differ: everything that follows rests on one of the two.</summary>
    private static IReadOnlyList<CardDraft> WithDisagreement(CardContext context, IReadOnlyList<CardDraft> cards)
    {
        if (cards.Count == 0 || context.Assessment.Disagreement is not { } disagreement) return cards;
        string sentence = CardPhrases.Disagreement.With("text", disagreement.Text).In(context.Language);
        return [cards[0] with { Glance = cards[0].Glance with { Notice = cards[0].Glance.Notice is { } own ? $"{sentence} {own}" : sentence } }, .. cards.Skip(1)];
    }

    /// <summary>Without a plasma-cell disorder, recorded or shown by the data, an assessment says nothing.</summary>
    private static bool HasPlasmaCellDisorder(CardContext context) =>
        context.Assessment.Recommendations.Count > 0 || context.Assessment.Conclusions.Count > 0;

    private static bool IsShown(Recommendation recommendation) =>
        recommendation.Status == RecommendationStatus.Due && recommendation.Definition.HasCard;
}
