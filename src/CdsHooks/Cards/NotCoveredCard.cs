using Cds.CdsHooks.Cards.Glance;
using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.Cards;

/// <summary>The card that says which known drugs no rule covers (bispecific antibodies, belantamab mafodotin): silence would read as approval.</summary>
internal sealed class NotCoveredCard(KnowledgeBase knowledge)
{
    /// <summary>Id of the card in its extension.</summary>
    public const string Id = "safety.not-covered";

    private const string Topic = "safety";

    /// <summary>The card for the drugs being ordered, or null when rules cover all of them.</summary>
    public CardDraft? OfOrders(CardContext context) => Compose(context, context.Patient.DraftOrders.Where(order => order.IsSelected).Select(order => order.DrugId));

    /// <summary>The card for the drugs that run, or null when rules cover all of them.</summary>
    public CardDraft? OfRunning(CardContext context) => Compose(context, context.Patient.DrugRecords.Select(record => record.DrugId).Distinct().Where(drugId => Runs(context, drugId)));

    /// <summary>As rules see it: after a dose given some days ago as well, not only under an order that goes on.</summary>
    private static bool Runs(CardContext context, string drugId) => context.Assessment.Patient?.Therapy.Running(drugId).Truth == Truth.True;

    private CardDraft? Compose(CardContext context, IEnumerable<string> drugIds)
    {
        Drug[] drugs = [.. drugIds.Distinct().Select(id => knowledge.Drugs.GetValueOrDefault(id)).OfType<Drug>().Where(drug => drug.NotCovered is not null)];
        if (drugs.Length == 0) return null;
        bool inPart = drugs.All(drug => drug.IsCoveredInPart);
        var names = LocalizedText.Join(drugs.Select(drug => drug.Title), ", ", "、");
        string[] lines = [.. drugs.Select(drug => UnjudgedPhrases.NotCoveredLine.With("drug", drug.Title).With("what", drug.NotCovered!).In(context.Language))];
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit((inPart ? UnjudgedPhrases.CoveredInPartSummary : UnjudgedPhrases.NotCoveredSummary).With("drug", names).In(context.Language)),
            Indicator = Urgency.Info,
            Source = CardSources.ServiceItself(context, Topic),
            Assessment = new CardAssessment(Id) { Scope = string.Join(", ", drugs.Select(drug => drug.Id)) },
        };
        string explanation = (inPart ? UnjudgedPhrases.CoveredInPartExplanation : UnjudgedPhrases.NotCoveredExplanation).In(context.Language);
        var glance = new GlanceText(explanation, GlancePhrases.OfService.In(context.Language)) { Remarks = lines };
        return new CardDraft(card, glance, () => lines.Aggregate(new DetailText(context.Language).Paragraph(explanation), (text, line) => text.Paragraph(line)).ToString());
    }
}
