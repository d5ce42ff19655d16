using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge.Patients;

namespace Cds.CdsHooks.Cards;

/// <summary>The one card of draft orders that could not be judged, a line for each: not identified, or a dose or timing that could not be read.</summary>
internal sealed class UnjudgedOrdersCard(KnowledgeBase knowledge)
{
    /// <summary>Id of the card in its extension.</summary>
    public const string Id = "safety.not-judged";

    private const string Topic = "safety";

    /// <summary>The card, or null when every order could be judged.</summary>
    public CardDraft? Compose(CardContext context)
    {
        IReadOnlyList<UnidentifiedDraft> unidentified = context.Assessment.UnidentifiedDrafts;
        IReadOnlyList<UnjudgedOrder> unjudged = context.Assessment.UnjudgedOrders;
        if (unidentified.Count == 0 && unjudged.Count == 0) return null;
        Language language = context.Language;
        LocalizedText[] lines = [.. unjudged.Select(Line), .. unidentified.Select(Line)];
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(Summary(unidentified, unjudged).In(language)),
            Indicator = Urgency.Info,
            Source = CardSources.ServiceItself(context, Topic),
            Assessment = new CardAssessment(Id) { Scope = string.Join(", ", unjudged.Select(o => o.Order.Resource).Concat(unidentified.Select(o => o.Resource)).Distinct()) },
        };
        var glance = new GlanceText(Sentences.First(UnjudgedPhrases.Explanation, language), GlancePhrases.OfService.In(language)) { Options = [.. unjudged.Select(Line).Concat(unidentified.Select(Brief)).Select(line => new GlanceOption(line.In(language)))] };
        return new CardDraft(card, glance, () => new DetailText(language)
            .Paragraph(UnjudgedPhrases.Explanation.In(language))
            .List(UnjudgedPhrases.RuleTitle, lines)
            .ToString());
    }

    private LocalizedText Summary(IReadOnlyList<UnidentifiedDraft> unidentified, IReadOnlyList<UnjudgedOrder> unjudged) => unjudged.Count == 0
        ? UnjudgedPhrases.UnidentifiedSummary.With("count", unidentified.Count.ToString(CultureInfo.InvariantCulture)).With("orders", string.Join(", ", unidentified.Select(o => o.Named ?? o.Resource)))
        : UnjudgedPhrases.DoseSummary.With("orders", LocalizedText.Join([.. unjudged.Select(Line), .. unidentified.Select(Line)], "; ", "；"));

    private LocalizedText Line(UnjudgedOrder unjudged)
    {
        LocalizedText line = UnjudgedPhrases.UnjudgedLine
            .With("drug", knowledge.Drugs[unjudged.Order.DrugId].Title)
            .With("dose", unjudged.Order.DoseAsWritten ?? (unjudged.Order.DoseAmount is { } amount ? $"{ValueRange.Exactly(amount)} {unjudged.Order.DoseUnit}" : ""))
            .With("reasons", LocalizedText.Join(unjudged.Parts.Select(UnjudgedPhrases.Of), "; ", "、"));
        return unjudged.Limits.Count == 0 ? line : line.FollowedBy(UnjudgedPhrases.LimitLine.With("limits", LocalizedText.Join(unjudged.Limits, "; ", "、")));
    }

    private static LocalizedText Line(UnidentifiedDraft draft) => UnjudgedPhrases.UnidentifiedLine
        .With("order", draft.Named is { } named ? $"{named} ({draft.Resource})" : draft.Resource)
        .With("reason", UnjudgedPhrases.Of(draft.Reason));

    /// <summary>The order by what it is called; the name of its resource tells a reader nothing.</summary>
    private static LocalizedText Brief(UnidentifiedDraft draft) => UnjudgedPhrases.UnidentifiedLine
        .With("order", draft.Named is { } named ? new LocalizedText(named, named) : UnjudgedPhrases.Nameless)
        .With("reason", UnjudgedPhrases.Of(draft.Reason));
}
