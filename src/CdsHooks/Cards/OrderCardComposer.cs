using Cds.Knowledge.Patients;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>
/// Turns the judgement of orders into cards: one for each rule and drug that has something to say, one for what is missing to judge a drug of
/// myeloma treatment, one for what could not be judged, one for drugs that no rule covers. Nothing to say is no card.
/// </summary>
internal sealed class OrderCardComposer(KnowledgeBase knowledge, RecommendationCard recommendationCard, MissingDataCard missingCard, UnjudgedOrdersCard unjudgedCard, NotCoveredCard notCoveredCard, CardLimit limit)
{
    /// <summary>Composes the cards of an answer.</summary>
    public IReadOnlyList<CardDraft> Compose(CardContext context) => limit.Fit(context, All(context));

    private List<CardDraft> All(CardContext context)
    {
        if (context.Patient.IsDeceasedAt(context.AsOf.Moment)) return [];
        if (OtherPatientCard.Compose(context) is { } mixedUp) return [mixedUp];
        List<CardDraft> cards = [.. context.Assessment.Recommendations
            .Where(recommendation => recommendation.Status == RecommendationStatus.Due && recommendation.Definition.HasCard)
            .Select(recommendation => recommendationCard.Compose(context, new OneRanking(recommendation, [])))];
        if (IsConcerned(context) && context.Patient.DraftOrders.Any(IsOfMyelomaTreatment) && missingCard.Compose(context) is { } missing) cards.Add(missing);
        if (unjudgedCard.Compose(context) is { } unjudged) cards.Add(unjudged);
        if (IsConcerned(context) && notCoveredCard.OfOrders(context) is { } notCovered) cards.Add(notCovered);
        return cards;
    }

    /// <summary>A patient with a plasma-cell disorder (then the diagnosis is concluded, and nothing else), or one of whom nobody could tell because the problem list was not read.</summary>
    private static bool IsConcerned(CardContext context) =>
        context.Assessment.Conclusions.Count > 0
        || context.Data.IsProblemListOpen;

    private bool IsOfMyelomaTreatment(DraftOrder order) =>
        order.IsSelected && knowledge.Drugs[order.DrugId] is Drug drug && (drug.IsAntiMyeloma || (drug.Class is { } drugClass && knowledge.DrugClasses[drugClass].IsMyelomaCare));
}
