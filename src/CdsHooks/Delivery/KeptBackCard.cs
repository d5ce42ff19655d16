using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Cards.Glance;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Delivery;

/// <summary>The one card of an answer whose cards are all kept back: an empty list would read as "nothing to do".</summary>
internal static class KeptBackCard
{
    /// <summary>Id of the card in its extension.</summary>
    public const string Id = "workup.kept-back";

    private const string Topic = "workup";

    /// <summary>The card. Days are those of the service's time zone, as everywhere on cards.</summary>
    public static CardDraft Compose(HookCall call, IReadOnlyList<KeptBack> keptBack, ServiceClock clock)
    {
        Language language = call.Language;
        string[] lines = [.. keptBack.Select(kept => Line(kept, new GlanceDate(call.AsOf, language).Of(clock.ToLocal(kept.Override.Received).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))!, language))];
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(KeptBackPhrases.Summary.With("count", keptBack.Count.ToString(CultureInfo.InvariantCulture)).In(language)),
            Indicator = Urgency.Info,
            Source = CardSources.ServiceItself(call.BaseUrl, language, Topic),
            Assessment = new CardAssessment(Id) { IsAlwaysShown = true },
        };
        var glance = new GlanceText(KeptBackPhrases.Explanation.In(language), GlancePhrases.OfService.In(language)) { Options = [.. lines.Select(line => new GlanceOption(line))] };
        return new CardDraft(card, glance, () => new DetailText(language).Paragraph(KeptBackPhrases.Explanation.In(language)).List(KeptBackPhrases.Title, lines).ToString());
    }

    private static string Line(KeptBack kept, string day, Language language) => KeptBackPhrases.Line
        .With("card", kept.Card.Summary).With("reason", kept.Reason?.Title.In(language) ?? kept.Override.Reason ?? "").With("date", day).In(language);
}
