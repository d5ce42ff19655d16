using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Feedback;

/// <summary>Reads a feedback request off the wire: query parameters, body, entries.</summary>
internal sealed class FeedbackRequest(JsonBodyReader bodies, RequestLanguage languages, IOptions<CdsOptions> options)
{
    /// <summary>The entries, checked.</summary>
    public async ValueTask<Outcome<FeedbackEntry[]>> ReadAsync(HttpContext http)
    {
        if (RequestLanguage.Check(http.Request) is { } wrongParameter) return wrongParameter;
        Outcome<JsonBody> body = await bodies.ReadAsync(http);
        if (body.Problem is { } unreadable) return unreadable;
        using JsonBody read = body.Value;
        return FeedbackReader.Read(read.Root, options.Value.Feedback.LongestComment);
    }

    /// <summary>Language of the answer.</summary>
    public Language LanguageOf(HttpContext http) => languages.Of(http.Request);
}
