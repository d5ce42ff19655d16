using Cds.CdsHooks.Cards.Glance;
using Cds.CdsHooks.Configuration;
using Cds.Knowledge.Values;
using Microsoft.Extensions.Options;

namespace Cds.CdsHooks.Cards;

/// <summary>Writes the details of an answer, the last step of composing: short within their budget, or in full, as the site has set it (<c>Cds:Cards:Detail</c>).</summary>
internal sealed class DetailForm(IOptions<CdsOptions> options)
{
    /// <summary>The cards with their details.</summary>
    public IReadOnlyList<Card> Write(IReadOnlyList<Card> cards, Language language)
    {
        bool full = options.Value.Cards.Detail == CardsOptions.FullDetail;
        var glance = new GlanceWriter(language);
        return [.. cards.Select(card => card with { Detail = full ? Full(card) : glance.Write(WithAlsoDue(card)) })];
    }

    private static GlanceText WithAlsoDue(Card card) => card.AlsoDue is { } due ? card.Glance with { Remarks = [due, .. card.Glance.Remarks] } : card.Glance;

    private static string Full(Card card) => string.Join("\n\n", new[]
    {
        card.Glance.Notice is { } notice ? Markdown.Neutralise(notice) : "",
        card.Full(),
        card.AlsoDue is { } due ? Markdown.Neutralise(due) : "",
    }.Where(block => block.Length > 0));
}
