using Cds.CdsHooks.Cards.Glance;
using Cds.CdsHooks.Localization;
using Cds.Knowledge.Adaptation;
using Cds.Knowledge.Conclusions;
using Cds.Knowledge.Documents;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;
using Cds.Knowledge;

namespace Cds.CdsHooks.Cards;

/// <summary>The card of stage and risk, shown while the stage is news: before treatment and shortly after its start.</summary>
internal sealed class StagingCard(KnowledgeBase knowledge, CardSources sources, KnowledgeTitles titles, GlanceFacts facts, AdaptationsOfRules adaptations)
{
    /// <summary>The card, or null when there is no stage to show now or the data exclude none of them.</summary>
    public CardDraft? Compose(CardContext context)
    {
        if (!StagingWindow.IsOpen(context, knowledge)) return null;
        IReadOnlyList<Conclusion> shown = [.. knowledge.Roles.StagingCard.Select(stage => context.Assessment.Conclusions.FirstOrDefault(conclusion => conclusion.Id == stage.Id)).OfType<Conclusion>()];
        if (shown.FirstOrDefault(conclusion => PartOf(conclusion) == StagingCardPart.Main) is not { } iss) return null;
        IReadOnlyList<Conclusion> told = [.. shown.Where(TellsSomething)];
        if (told.Count == 0) return null;
        IReadOnlyList<Conclusion> stages = [.. told.Where(conclusion => PartOf(conclusion) != StagingCardPart.Risk)];
        IReadOnlyList<Citation> citations =
            [.. shown.Where(conclusion => PartOf(conclusion) != StagingCardPart.Risk).OrderByDescending(conclusion => PartOf(conclusion) == StagingCardPart.Main).SelectMany(stage => stage.Citations).Distinct()];
        bool isBeyond = iss.Origin is not null;
        IReadOnlyList<Conclusion> summarised = [.. stages.Where(stage => isBeyond || stage.Origin is null)];
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(Summary(summarised.Count > 0 ? summarised : told, context.Language)),
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

    /// <summary>Whether a value is known or at least one is excluded.</summary>
    private bool TellsSomething(Conclusion conclusion) => conclusion.Value is not null
        || !knowledge.ConclusionsById.TryGetValue(conclusion.Id, out ConclusionDefinition? definition)
        || conclusion.Possible.Count < (definition is MemberCount count ? count.Members.Count + 1 : definition.Values.Count);

    /// <summary>Which of the lines no document of this service stands behind.</summary>
    private static string[] Beyond(IReadOnlyList<Conclusion> shown, Language language) => shown.Any(conclusion => conclusion.Origin is not null)
        ? [ModulePhrases.StagesBeyond.With("stages", string.Join(CardPhrases.ListSeparator.In(language), shown.Where(conclusion => conclusion.Origin is not null).Select(conclusion => conclusion.Title.In(language)))).In(language)]
        : [];

    private GlanceText Glance(CardContext context, IReadOnlyList<Conclusion> shown, IReadOnlyList<Citation> citations)
    {
        Language language = context.Language;
        string[] stages = [.. shown.Where(TellsSomething).Select(conclusion => Line(conclusion, language))];
        return new GlanceText(string.Join(GlancePhrases.StageSeparator.In(language), stages) + GlancePhrases.FullStop.In(language), sources.Brief(citations, null, language, shown.All(conclusion => conclusion.Origin is not null)))
        {
            Facts = facts.Lines(context, shown.SelectMany(conclusion => conclusion.Basis)),
            ToConfirm = [.. shown.SelectMany(conclusion => conclusion.ToConfirm).Distinct().Select(text => Sentences.Phrase(text, language))],
            Remarks =
            [
                .. Beyond(shown, language),
                .. AdaptationsOf(shown).Select(adaptation => CardPhrases.LocallyAdapted.With("what", adaptation.Text).In(language)),
                .. shown.SelectMany(conclusion => conclusion.Information).Distinct().Select(text => Sentences.First(text, language)),
            ],
        };
    }

    private DetailText Detail(CardContext context, IReadOnlyList<Conclusion> shown, IReadOnlyList<Citation> citations)
    {
        DetailText detail = new DetailText(context.Language)
            .List(CardPhrases.Staging, [.. shown.Select(conclusion => Markdown.Neutralise(Line(conclusion, context.Language)))]);
        foreach (string beyond in Beyond(shown, context.Language)) detail.Paragraph(beyond);
        foreach (LocalizedText information in shown.SelectMany(conclusion => conclusion.Information).Distinct()) detail.Paragraph(information.In(context.Language));
        return detail
            .BasisTable([.. shown.SelectMany(conclusion => conclusion.Basis)])
            .List(CardPhrases.ToConfirm, shown.SelectMany(conclusion => conclusion.ToConfirm).Distinct())
            .LocallyAdapted(AdaptationsOf(shown))
            .Paragraph(sources.Line(citations, null, context.Language));
    }

    private IReadOnlyList<LocalAdaptation> AdaptationsOf(IReadOnlyList<Conclusion> shown) => [.. shown.SelectMany(conclusion => adaptations.Of(conclusion.Id)).Distinct()];

    /// <summary>The stages in one sentence, and once what they lack.</summary>
    private string Summary(IReadOnlyList<Conclusion> stages, Language language)
    {
        string sentence = string.Join(GlancePhrases.StageSeparator.In(language), stages.Select(stage => Sentence(stage, language, ValueText.Of)));
        return sentence + Missing(stages.Where(stage => stage.Value is null).SelectMany(stage => stage.Missing).Distinct(), language);
    }

    private string Line(Conclusion conclusion, Language language) =>
        Sentence(conclusion, language, value => Title(conclusion, value)?.In(language) ?? ValueText.Of(value))
        + (conclusion.Value is null ? Missing(conclusion.Missing, language) : "");

    private string Sentence(Conclusion conclusion, Language language, Func<Answer, string> name)
    {
        string title = conclusion.Title.In(language);
        if (!TellsSomething(conclusion)) return CardPhrases.StageUndetermined.With("stage", title).In(language);
        IReadOnlyList<string> values = conclusion.Value is { } value ? [name(value)] : Possible(conclusion.Possible, name);
        if (values.Count == 0) return CardPhrases.StageUndetermined.With("stage", title).In(language);

        // A title may name the value already (double-hit).
        if (title.EndsWith(values[0], StringComparison.Ordinal)) return title;
        return CardPhrases.StagePossible.With("stage", title).With("values", string.Join(CardPhrases.Or.In(language), values)).In(language);
    }

    /// <summary>Values that the data still allow; numbers as a range.</summary>
    private static IReadOnlyList<string> Possible(IReadOnlyList<Answer> possible, Func<Answer, string> name) =>
        possible.Count > 1 && possible.All(answer => answer is NumberAnswer)
            ? [$"{ValueText.Of(possible.MinBy(Number)!)}–{ValueText.Of(possible.MaxBy(Number)!)}"]
            : [.. possible.Select(name)];

    private static decimal Number(Answer answer) => ((NumberAnswer)answer).Number;

    private LocalizedText? Title(Conclusion conclusion, Answer value) =>
        conclusion.Value is not null ? conclusion.ValueTitle
        : knowledge.ConclusionsById.TryGetValue(conclusion.Id, out ConclusionDefinition? definition) ? definition.ValueTitles.GetValueOrDefault(ValueText.Of(value))
        : null;

    private string Missing(IEnumerable<string> facts, Language language)
    {
        string names = string.Join(CardPhrases.ListSeparator.In(language), facts.Select(id => titles.Of(id, language)));
        return names.Length == 0 ? "" : CardPhrases.MissingBrackets.With("facts", names).In(language);
    }
}
