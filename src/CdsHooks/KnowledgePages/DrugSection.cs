using Cds.CdsHooks.Localization;
using Cds.Knowledge.Criteria;
using Cds.Knowledge.Therapy;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>A drug: what makes it unsuitable in any regimen, lower doses, what to confirm.</summary>
internal sealed class DrugSection(CriterionWording wording, BookSources sources, RegimenSection regimens)
{
    /// <summary>Whether there is anything to write.</summary>
    public static bool HasRules(Drug drug) => drug.Rules.Count + drug.DoseAdjustments.Count + drug.ToConfirm.Count > 0;

    /// <summary>Anchor of a drug; drugs and options may share an id with rules.</summary>
    public static string Anchor(Drug drug) => "drug-" + drug.Id;

    /// <summary>Writes the section.</summary>
    public void Write(BookHtml html, Drug drug)
    {
        html.OpenRule(Anchor(drug), drug.Id, drug.Title);
        sources.LocalChanges(html, drug.Id);
        html.Table(
            BookPhrases.UnsuitableTable,
            [BookPhrases.When, BookPhrases.Standing, BookPhrases.Reason, BookPhrases.Source],
            drug.Rules.Select(rule => new[]
            {
                When(rule, html.Language),
                BookCell.Of(CardPhrases.Of(rule.Standing).In(html.Language)),
                BookCell.Of(rule.Reason.In(html.Language)),
                sources.Cited(rule.Citations, html.Language),
            }));
        regimens.Adjustments(html, drug.DoseAdjustments.Select(adjustment => (drug.Id, adjustment)));
        html.List(CardPhrases.ToConfirm, drug.ToConfirm.Select(rule => $"{wording.Of(rule.When).Sentence.In(html.Language)} → {rule.Text.In(html.Language)}"));
        html.CloseRule();
    }

    private BookCell When(StandingRule rule, Language language) => rule.Route is { } route
        ? BookCell.Lines([wording.Of(rule.When).Sentence.In(language), BookPhrases.Of(route).In(language)])
        : BookCell.Of(wording.Of(rule.When), language);
}
