using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;

namespace Cds.CdsHooks.Cards;

/// <summary>The card of stage and risk, shown while the stage is news: before treatment and shortly after its start.</summary>
internal sealed class StagingCard(KnowledgeBase knowledge, CardSources sources, StageLines lines, StageRemarks remarks, GlanceFacts facts, AdaptationsOfRules adaptations)
{
    /// <summary>The card, or null when there is no stage to show now or the data exclude none of them.</summary>
    public CardDraft? Compose(CardContext context)
    {
        if (!StagingWindow.IsOpen(context, knowledge)) return null;
        IReadOnlyList<Conclusion> shown = [.. knowledge.Roles.StagingCard.Select(stage => context.Assessment.Conclusion(stage.Id)).OfType<Conclusion>()];
        if (shown.FirstOrDefault(conclusion => PartOf(conclusion) == StagingCardPart.Main) is not { } iss) return null;
        IReadOnlyList<Conclusion> told = [.. shown.Where(lines.TellsSomething)];
        if (told.Count == 0) return null;
        IReadOnlyList<Conclusion> stages = [.. told.Where(conclusion => PartOf(conclusion) != StagingCardPart.Risk)];
        IReadOnlyList<Citation> citations =
            [.. shown.Where(conclusion => PartOf(conclusion) != StagingCardPart.Risk).OrderByDescending(conclusion => PartOf(conclusion) == StagingCardPart.Main).SelectMany(stage => stage.Citations).Distinct()];
        bool isBeyond = iss.Origin is not null;
        IReadOnlyList<Conclusion> summarised = [.. stages.Where(stage => isBeyond || stage.Origin is null)];
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(lines.InOneSentence(summarised.Count > 0 ? summarised : told, context.Language)),
            Indicator = Urgency.Info,
            Source = sources.Source(context, citations, "staging", isBeyond),
            OverrideReasons = [.. knowledge.OverrideReasons.Values.Where(reason => reason.IsUntilChanged)],
            Links = [.. shown.Select(conclusion => CardSources.Link(context, conclusion.Id, conclusion.Title))],
            Assessment = new CardAssessment(iss.Id)
            {
                State = StateOf(shown),
                Value = iss.Value,
                Possible = iss.Possible,
                Basis = iss.Basis,
                Missing = iss.Missing,
                Citations = citations,
                LocalAdaptations = AdaptationsOf(shown),
                Related = [.. shown.Where(conclusion => conclusion != iss)],
            },
        };
        return new CardDraft(card, Glance(context, shown, citations), () => Detail(context, shown, citations).ToString());
    }

    /// <summary>The stages with the values and dates that they rest on.</summary>
    private static string StateOf(IReadOnlyList<Conclusion> shown) => string.Join('|', shown.Select(conclusion =>
        $"{conclusion.Id}={(conclusion.Value is { } value ? ValueText.Of(value) : string.Join('/', conclusion.Possible.Select(ValueText.Of)))}:"
        + string.Join(',', conclusion.Basis.Select(basis => $"{basis.Fact} {ValueText.Of(basis, Language.English)} {basis.Date}"))));

    private StagingCardPart PartOf(Conclusion conclusion) => knowledge.Conclusion(conclusion.Id).StagingCard!.Part;

    private GlanceText Glance(CardContext context, IReadOnlyList<Conclusion> shown, IReadOnlyList<Citation> citations)
    {
        Language language = context.Language;
        bool isBeyond = shown.All(conclusion => conclusion.Origin is not null);
        string[] adapted = [.. AdaptationsOf(shown).Select(adaptation => CardPhrases.LocallyAdapted.With("what", adaptation.Text).In(language))];
        (IReadOnlyList<string> told, int comparing) = remarks.Of(shown, language);
        return new GlanceText("", sources.Brief(citations, null, language, isBeyond))
        {
            Lines = lines.SideBySide(shown, markBeyond: !isBeyond, language),
            Facts = facts.Lines(context, shown.OrderByDescending(conclusion => PartOf(conclusion) == StagingCardPart.Main).SelectMany(conclusion => conclusion.Basis)),
            ToConfirm = [.. shown.SelectMany(conclusion => conclusion.ToConfirm).Distinct().Select(text => Sentences.Phrase(text, language))],
            Remarks = [.. adapted, .. told],
            RemarksOnLines = comparing == 0 ? 0 : adapted.Length + comparing,
        };
    }

    private DetailText Detail(CardContext context, IReadOnlyList<Conclusion> shown, IReadOnlyList<Citation> citations)
    {
        DetailText detail = new DetailText(context.Language)
            .List(CardPhrases.Staging, [.. shown.Select(conclusion => Markdown.Neutralise(lines.Line(conclusion, markBeyond: conclusion.Origin is not null, context.Language)))]);
        foreach (LocalizedText information in shown.SelectMany(conclusion => conclusion.Information).Distinct()) detail.Paragraph(information.In(context.Language));
        return detail
            .BasisTable([.. shown.SelectMany(conclusion => conclusion.Basis)])
            .List(CardPhrases.ToConfirm, shown.SelectMany(conclusion => conclusion.ToConfirm).Distinct())
            .LocallyAdapted(AdaptationsOf(shown))
            .Paragraph(sources.Line(citations, null, context.Language));
    }

    private IReadOnlyList<LocalAdaptation> AdaptationsOf(IReadOnlyList<Conclusion> shown) => [.. shown.SelectMany(conclusion => adaptations.Of(conclusion.Id)).Distinct()];
}
