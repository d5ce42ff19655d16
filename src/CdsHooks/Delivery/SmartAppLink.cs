using Cds.CdsHooks.Cards;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Delivery;

/// <summary>
/// The link to the companion app: another one that is configured, else that of this service where an EHR can launch it. Which card it was pressed on travels in
/// <c>appContext</c>: ids only, nothing about the patient.
/// </summary>
internal sealed class SmartAppLink(IOptions<CdsOptions> options)
{
    private const string OwnLaunch = "/launch";

    private readonly string? _url = options.Value.SmartAppUrl;
    private readonly bool _isLaunched = options.Value.Smart.Servers.Count > 0;

    private static LocalizedText Label { get; } = new("Open in the companion app", "連携アプリで開く");

    /// <summary>The card with the link; the card itself when no app is configured.</summary>
    public Card AddTo(Card card, HookCall call) => (_url ?? (_isLaunched ? call.BaseUrl + OwnLaunch : null)) is { } url
        ? card with { Links = [.. card.Links, new CardLink(Label.In(call.Language), url) { AppContext = Context(card, call) }] }
        : card;

    private static string Context(Card card, HookCall call) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["hookInstance"] = call.Request.HookInstance.ToString(),
        ["card"] = card.Uuid.ToString(),
        ["id"] = card.Assessment.Id,
        ["asOf"] = call.AsOf.Text,
        ["lang"] = call.Language.Tag(),
    });
}
