using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge.Adaptation;

namespace Cds.CdsHooks.Cards;

/// <summary>The card of a recommendation that is due.</summary>
internal sealed class RecommendationCard(KnowledgeBase knowledge, CardSources sources, OptionLines lines, DecisiveData decisive, GlanceFacts facts, SuggestionComposer suggestions, OptionNames names, AdaptationsOfRules adaptations)
{
    /// <summary>Composes the card.</summary>
    /// <param name="context">What the cards depend on.</param>
    /// <param name="ranking">The recommendation, and those that share its question.</param>
    public CardDraft Compose(CardContext context, OneRanking ranking)
    {
        Recommendation recommendation = ranking.Recommendation;
        RecommendationDefinition definition = recommendation.Definition;
        bool combine = definition.Combine;
        IReadOnlyList<Option> shown = GlanceOptions.Shown(context, recommendation);
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(recommendation.Summary.In(context.Language)),
            Indicator = recommendation.Urgency,
            Source = sources.Source(context, definition.Citations, definition.Topic, definition.Origin is not null),
            Suggestions = suggestions.Compose(context, recommendation, combine),
            SuggestionsCombine = combine,
            OverrideReasons = [.. definition.OverrideReasons.Select(id => knowledge.OverrideReasons[id]).Where(reason => !reason.IsOfOneOption || recommendation.Options.Count <= 1)],
            Links = [CardSources.RuleLink(context, definition, recommendation.Options.Count > 1 ? recommendation.Options.Count : 0), .. ranking.Also.Select(also => CardSources.RuleLink(context, also.Definition, 0))],
            Assessment = new CardAssessment(recommendation.Id)
            {
                Also = [.. ranking.Also.Select(also => also.Id)],
                Scope = ScopeOf(recommendation),
                Status = recommendation.Status,
                Grade = definition.Grade?.In(context.Language),
                Options = recommendation.Options,
                Basis = recommendation.Basis,
                Missing = recommendation.Missing,
                Citations = definition.Citations,
                Origin = definition.Origin,
                LocalAdaptations = AdaptationsOf(ranking),
            },
        };
        return new CardDraft(card, Glance(context, ranking, shown), () => Detail(context, ranking).ToString());
    }

    private IReadOnlyList<LocalAdaptation> AdaptationsOf(OneRanking ranking) =>
        [.. ranking.Also.Prepend(ranking.Recommendation).SelectMany(recommendation => adaptations.Of(recommendation.Id)).Distinct()];

    private static LocalizedText Titles(IReadOnlyList<Recommendation> recommendations) =>
        LocalizedText.Join(recommendations.Select(recommendation => recommendation.Definition.Title), CardPhrases.ListSeparator.En, CardPhrases.ListSeparator.Ja);

    private static string? ScopeOf(Recommendation recommendation) => recommendation.JudgedOrders.Count == 0
        ? null
        : $"{recommendation.JudgedOrders[0].DrugId}: {string.Join(", ", recommendation.Cases.Order(StringComparer.Ordinal))}";

    private GlanceText Glance(CardContext context, OneRanking ranking, IReadOnlyList<Option> shown)
    {
        Recommendation recommendation = ranking.Recommendation;
        RecommendationDefinition definition = recommendation.Definition;
        Language language = context.Language;
        // Of an order the finding is the advice; of a patient what the rule says, and what it says of this patient follows.
        bool ofOrder = recommendation.JudgedOrders.Count > 0 && recommendation.Information.Count > 0;
        IEnumerable<LocalizedText> remarks = suggestions.ByHand(context, recommendation).Select(text => CardPhrases.ByHandBrief.With("change", text))
            .Concat(AdaptationsOf(ranking).Select(adaptation => CardPhrases.LocallyAdapted.With("what", adaptation.Text)))
            .Concat(ranking.Also.Count == 0 ? [] : [CardPhrases.AlsoHolds.With("titles", Titles(ranking.Also))])
            .Concat(ofOrder ? recommendation.Information.Skip(1) : recommendation.Information);
        IReadOnlyList<GlanceOption> options = GlanceOptions.Lines(recommendation, shown, names, language);
        bool isSaid = ofOrder && recommendation.Summary.In(language).Contains(Sentences.Phrase(recommendation.Information[0], language), StringComparison.OrdinalIgnoreCase);
        return new GlanceText(
            Sentences.First(ofOrder && !isSaid ? recommendation.Information[0] : recommendation.Advice ?? definition.Advice ?? definition.Detail, language),
            sources.Brief(definition.Citations, definition.Grade?.In(language), language, definition.Origin is not null))
        {
            Facts = facts.Of(context, recommendation, shown),
            Options = options,
            MoreOptions = GlanceOptions.More(recommendation, shown),
            ToConfirm = [.. recommendation.ToConfirm.Select(text => Sentences.Phrase(text, language))],
            Remarks = [.. remarks.Where(text => !options.Any(option => option.Reason?.Contains(Sentences.Phrase(text, language), StringComparison.OrdinalIgnoreCase) == true)).Select(text => Sentences.First(text, language))],
        };
    }

    private DetailText Detail(CardContext context, OneRanking ranking)
    {
        Recommendation recommendation = ranking.Recommendation;
        RecommendationDefinition definition = recommendation.Definition;
        DetailText detail = new DetailText(context.Language).Authored(definition.Detail);
        foreach (Recommendation also in ranking.Also) detail.Authored(also.Definition.Detail);
        foreach (var information in recommendation.Information) detail.Paragraph(information.In(context.Language));
        return detail
            .List(CardPhrases.Options, lines.Write(recommendation, context.Language))
            .List(CardPhrases.ByHand, suggestions.ByHand(context, recommendation))
            .BasisTable(decisive.Of(recommendation, context.Assessment))
            .List(CardPhrases.ToConfirm, recommendation.ToConfirm)
            .LocallyAdapted(AdaptationsOf(ranking))
            .Paragraph(sources.Line(definition.Citations, definition.Grade?.In(context.Language), context.Language));
    }
}
