using Cds.CdsHooks.Localization;
using Cds.Knowledge;
using Cds.Knowledge.Approvals;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Evaluation;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A recommendation: when it applies, when it is done, its options as a decision table, evidence.</summary>
internal sealed class RecommendationSection(KnowledgeBase knowledge, CriterionWording wording, BookSources sources)
{
    /// <summary>Writes the section.</summary>
    public void Write(BookHtml html, RecommendationDefinition recommendation)
    {
        Language language = html.Language;
        html.OpenRule(recommendation.Id, recommendation.Id, recommendation.Title);
        sources.LocalChanges(html, recommendation.Id);
        html.Markdown(recommendation.Detail);
        if (recommendation.EvidenceLevel is { } level) html.Paragraph($"{BookPhrases.EvidenceLevel.In(language)}: {level}");
        if (recommendation.Trigger == Trigger.Order) Cases(html, recommendation);
        else html.Condition(BookPhrases.AppliesTo, wording.Of(recommendation.Applies));
        if (recommendation.Satisfied is { } satisfied) html.Condition(BookPhrases.DoneWhen, wording.Of(satisfied));
        if (recommendation.UrgencyRules.Count == 0) html.Paragraph($"{BookPhrases.Urgency.In(language)}: {BookPhrases.Of(recommendation.Urgency).In(language)}");
        else html.List(BookPhrases.Urgency, recommendation.UrgencyRules.Select(rule => $"{wording.Of(rule.When).Sentence.In(language)} → {BookPhrases.Of(rule.Urgency).In(language)}")
            .Append(BookPhrases.UrgencyOtherwise.With("urgency", BookPhrases.Of(recommendation.Urgency)).In(language)));
        html.Table(
            recommendation.Combine ? BookPhrases.OptionsTogether : BookPhrases.OptionsAlternative,
            [BookPhrases.Option, BookPhrases.ListedWhen, BookPhrases.Standing, BookPhrases.Orders, BookPhrases.Source],
            recommendation.Options.Select(option => Row(option, language)));
        html.List(BookPhrases.Information, recommendation.Information.Select(rule => Conditional(rule.When, rule.Text, language)));
        html.List(CardPhrases.ToConfirm, recommendation.ToConfirm.Select(rule => Conditional(rule.When, rule.Text, language)));
        if (recommendation.Evidence.Count > 0) sources.Evidence(html, recommendation.Evidence, CardPhrases.Evidence);
        foreach (OptionDefinition option in recommendation.Options.Where(option => option.Evidence.Count > 0))
            sources.Evidence(html, option.Evidence, BookPhrases.EvidenceOf.With("what", knowledge.TitleOf(option)));
        sources.Close(html, recommendation.Id, recommendation.Citations, recommendation.Grade);
    }

    /// <summary>A rule of the order hooks: what can be wrong with an order, and what is offered then.</summary>
    private void Cases(BookHtml html, RecommendationDefinition recommendation)
    {
        Language language = html.Language;
        html.Paragraph(BookPhrases.OrderRule.In(language));
        html.Table(
            BookPhrases.CaseTable,
            [BookPhrases.Item, BookPhrases.When, BookPhrases.Urgency, BookPhrases.Finding, BookPhrases.Source],
            recommendation.Cases.Select(item => new[]
            {
                BookCell.Of(item.Id),
                BookCell.Of(wording.Of(item.When), language),
                BookCell.Of(BookPhrases.Of(item.Urgency).In(language)),
                BookCell.Lines([item.Finding.In(language), .. item.Detail is { } detail ? [Filled(detail).In(language)] : Array.Empty<string>(),
                    .. item.OptionsOf is { } other ? [BookPhrases.OptionsOf.With("id", other).In(language)] : Array.Empty<string>()]),
                sources.Cited(item.Citations, language),
            }));
        html.Table(
            BookPhrases.OptionsAlternative,
            [BookPhrases.Option, BookPhrases.ListedWhen, BookPhrases.Standing, BookPhrases.Orders, BookPhrases.Source],
            recommendation.Cases.SelectMany(item => item.Options).Select(option => Row(option, language)));
    }

    private BookCell[] Row(OptionDefinition option, Language language) =>
    [
        BookCell.Of($"{knowledge.TitleOf(option).In(language)} ({option.Id})"),
        BookCell.Of(wording.Of(option.When ?? new Always()), language),
        BookCell.Lines(Standing(option, language)),
        BookCell.Lines(option.Orders.Select(order => order.When is { } when ? $"{wording.Of(when).Sentence.In(language)} → {order.Text.In(language)}" : order.Text.In(language))),
        sources.Cited(option.Citations, language),
    ];

    /// <summary>The standing as listed, then what changes it for a patient.</summary>
    private IEnumerable<string> Standing(OptionDefinition option, Language language)
    {
        yield return CardPhrases.Of(option.Standing).In(language) + (option.Reason is { } reason ? ": " + Filled(reason).In(language) : "");
        foreach (InformationRule preferred in option.PreferredWhen)
            yield return $"{wording.Of(preferred.When).Sentence.In(language)} → {BookPhrases.Preferred.In(language)}: {Filled(preferred.Text).In(language)}";
        foreach (StandingRule rule in option.Rules)
            yield return $"{wording.Of(rule.When).Sentence.In(language)} → {CardPhrases.Of(rule.Standing).In(language)}: {Filled(rule.Reason).In(language)}";
        if (option.KeepWhenRefractory) yield return BookPhrases.KeptWhenRefractory.In(language);
    }

    private string Conditional(Criterion when, LocalizedText text, Language language) =>
        when is Always ? Filled(text).In(language) : $"{wording.Of(when).Sentence.In(language)} → {Filled(text).In(language)}";

    /// <summary>Readers of a rule see since when an approval holds; a patient's card follows the day asked about.</summary>
    private LocalizedText Filled(LocalizedText text) => ApprovalTexts.Fill(text, knowledge.Approvals, null);
}
