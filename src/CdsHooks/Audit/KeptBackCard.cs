using System.Globalization;
using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Cards.Glance;
using Cds.CdsHooks.Localization;
using Cds.CdsHooks.Services;
using Cds.Knowledge.Recommendations;
using Cds.Knowledge.Values;

namespace Cds.CdsHooks.Audit;

/// <summary>The one card of an answer whose cards are all kept back: an empty list would read as "nothing to do".</summary>
internal sealed class KeptBackCard(DetailForm form)
{
    /// <summary>Id of the card in its extension.</summary>
    public const string Id = "workup.kept-back";

    private const string Topic = "workup";

    /// <summary>The card.</summary>
    public Card Compose(HookCall call, IReadOnlyList<KeptBack> keptBack)
    {
        Language language = call.Language;
        string[] lines = [.. keptBack.Select(kept => Line(kept, language))];
        var card = new Card
        {
            Uuid = Guid.NewGuid(),
            Summary = SummaryText.Fit(KeptBackPhrases.Summary.With("count", keptBack.Count.ToString(CultureInfo.InvariantCulture)).In(language)),
            Glance = new GlanceText(KeptBackPhrases.Explanation.In(language), GlancePhrases.OfService.In(language)) { Options = lines },
            Full = () => new DetailText(language).Paragraph(KeptBackPhrases.Explanation.In(language)).List(KeptBackPhrases.Title, lines).ToString(),
            Indicator = Urgency.Info,
            Source = CardSources.ServiceItself(call.BaseUrl, language, Topic),
            Assessment = new CardAssessment(Id) { IsAlwaysShown = true },
        };
        return form.Write([card], language)[0];
    }

    private static string Line(KeptBack kept, Language language) => KeptBackPhrases.Line
        .With("card", kept.Card.Summary).With("reason", kept.Reason?.Title.In(language) ?? kept.Override.Reason ?? "").With("date", kept.Override.Received.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).In(language);
}
