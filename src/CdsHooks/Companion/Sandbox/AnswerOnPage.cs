using Cds.CdsHooks.Start;

namespace Cds.CdsHooks.Companion.Sandbox;

/// <summary>The answer of a service as a client shows it.</summary>
/// <param name="Cards">The cards.</param>
public sealed record AnswerOnPage(IReadOnlyList<AnsweredCard> Cards)
{
    /// <summary>Reads an answer; null when it is none.</summary>
    public static AnswerOnPage? Of(JsonElement answer, Language language) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("cards", out JsonElement cards) && cards.ValueKind == JsonValueKind.Array ? new AnswerOnPage([.. cards.EnumerateArray().Select(card => AnsweredCard.Of(card, language))]) : null;
}

/// <summary>A card that came back.</summary>
/// <param name="Uuid">Its uuid, for feedback.</param>
/// <param name="Shown">What a reader sees of it.</param>
/// <param name="Suggestions">What can be accepted.</param>
/// <param name="Reasons">Why it may be set aside.</param>
public sealed record AnsweredCard(string Uuid, CardOnPage Shown, IReadOnlyList<AnsweredSuggestion> Suggestions, IReadOnlyList<(string System, string Code, string Display)> Reasons)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a card.</summary>
    public static AnsweredCard Of(JsonElement card, Language language)
    {
        JsonElement source = card.TryGetProperty("source", out JsonElement from) ? from : default;
        var links = new List<(string, string)>();
        if (Text(source, "url") is { Length: > 0 } url && IsWeb(url)) links.Add((Text(source, "label"), url));
        links.AddRange(Items(card, "links").Where(link => Text(link, "type") == "absolute" && IsWeb(Text(link, "url"))).Select(link => (Text(link, "label"), Text(link, "url"))));
        string indicator = Text(card, "indicator");
        return new AnsweredCard(
            Text(card, "uuid"),
            new CardOnPage(indicator, Words(indicator).In(language), Text(card, "summary"), Text(card, "detail"), [], [], links),
            [.. Items(card, "suggestions").Select(suggestion => new AnsweredSuggestion(Text(suggestion, "uuid"), Text(suggestion, "label"), [.. Items(suggestion, "actions").Select(Action)]))],
            [.. Items(card, "overrideReasons").Select(reason => (Text(reason, "system"), Text(reason, "code"), Text(reason, "display")))]);
    }

    private static LocalizedText Words(string indicator) => StartPhrases.Of(indicator switch
    {
        "critical" => Urgency.Critical,
        "warning" => Urgency.Warning,
        _ => Urgency.Info,
    });

    private static (string, string) Action(JsonElement action) => (Text(action, "description"), action.TryGetProperty("resource", out JsonElement resource) ? JsonSerializer.Serialize(resource, Readable) : Text(action, "resourceId"));

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) => parent.Items(name).Where(item => item.ValueKind == JsonValueKind.Object);

    private static string Text(JsonElement parent, string name) => parent.Text(name) ?? "";
}

/// <summary>A suggestion that came back.</summary>
/// <param name="Uuid">Its uuid, for feedback.</param>
/// <param name="Label">Label.</param>
/// <param name="Actions">What accepting it does, each with the resource as JSON.</param>
public sealed record AnsweredSuggestion(string Uuid, string Label, IReadOnlyList<(string Description, string Resource)> Actions);
