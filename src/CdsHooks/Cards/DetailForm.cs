using Cds.CdsHooks.Cards.Glance;

namespace Cds.CdsHooks.Cards;

/// <summary>Makes cards of drafts by writing their details: short within their budget, or in full, as the site has set it (<c>Cds:Cards:Detail</c>).</summary>
internal sealed class DetailForm(IOptions<CdsOptions> options)
{
    /// <summary>The cards.</summary>
    public Card[] Write(IReadOnlyList<CardDraft> drafts, Language language)
    {
        bool full = options.Value.Cards.Detail == CardsOptions.FullDetail;
        var glance = new GlanceWriter(language);
        return [.. drafts.Select(draft => draft.Card with { Detail = full ? Full(draft) : glance.Write(WithAlsoDue(draft)) })];
    }

    private static GlanceText WithAlsoDue(CardDraft draft) => draft.AlsoDue is { } due ? draft.Glance with { Remarks = [due, .. draft.Glance.Remarks] } : draft.Glance;

    private static string Full(CardDraft draft) => string.Join("\n\n", new[]
    {
        draft.Glance.Notice is { } notice ? Markdown.Neutralise(notice) : "",
        draft.Full(),
        draft.AlsoDue is { } due ? Markdown.Neutralise(due) : "",
    }.Where(block => block.Length > 0));
}
