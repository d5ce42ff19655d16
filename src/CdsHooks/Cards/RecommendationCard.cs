using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Recommendations;

namespace Cds.CdsHooks.Cards;

/// <summary>The card of a recommendation that is due.</summary>
internal sealed class RecommendationCard(KnowledgeBase knowledge, CardSources sources, OptionLines lines, DecisiveData decisive, SuggestionComposer suggestions, AdaptationsOfRules adaptations)
{
    /// <summary>Composes the card.</summary>
    public Card Compose(CardContext context, Recommendation recommendation)
    {
        RecommendationDefinition definition = recommendation.Definition;
        bool combine = definition.Combine;
        return new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(recommendation.Summary.In(context.Language)),
            Detail = Detail(context, recommendation).ToString(),
            Indicator = recommendation.Urgency,
            Source = sources.Source(context, definition.Citations, definition.Topic),
            Suggestions = suggestions.Compose(context, recommendation, combine),
            SuggestionsCombine = combine,
            OverrideReasons = [.. definition.OverrideReasons.Select(id => knowledge.OverrideReasons[id])],
            Links = [sources.RuleLink(context, definition)],
            Assessment = new CardAssessment(recommendation.Id)
            {
                Scope = ScopeOf(recommendation),
                Status = recommendation.Status,
                Grade = definition.Grade,
                Options = recommendation.Options,
                Basis = recommendation.Basis,
                Missing = recommendation.Missing,
                Citations = definition.Citations,
                LocalAdaptations = adaptations.Of(definition.Id),
            },
        };
    }

    private static string? ScopeOf(Recommendation recommendation) => recommendation.JudgedOrders.Count == 0
        ? null
        : $"{recommendation.JudgedOrders[0].DrugId}: {string.Join(", ", recommendation.Cases.Order(StringComparer.Ordinal))}";

    private DetailText Detail(CardContext context, Recommendation recommendation)
    {
        RecommendationDefinition definition = recommendation.Definition;
        DetailText detail = new DetailText(context.Language).Authored(definition.Detail);
        foreach (var information in recommendation.Information) detail.Paragraph(information.In(context.Language));
        return detail
            .List(CardPhrases.Options, lines.Write(recommendation, context.Language))
            .List(CardPhrases.ByHand, suggestions.ByHand(context, recommendation))
            .BasisTable(decisive.Of(recommendation, context.Assessment))
            .List(CardPhrases.ToConfirm, recommendation.ToConfirm)
            .LocallyAdapted(adaptations.Of(definition.Id))
            .Paragraph(sources.Line(definition.Citations, definition.Grade, context.Language));
    }
}
