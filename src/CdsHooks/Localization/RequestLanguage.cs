using Microsoft.Net.Http.Headers;

namespace Cds.CdsHooks.Localization;

/// <summary>The language of an answer: <c>lang</c> in the query, else <c>Accept-Language</c>, else configuration.</summary>
public sealed class RequestLanguage(IOptions<CdsOptions> options)
{
    private readonly Language _default = Languages.FromTag(options.Value.DefaultLanguage) ?? Language.English;

    /// <summary>The language that a request asks for; a <c>lang</c> that the service does not speak falls back like none.</summary>
    public Language Of(HttpRequest request) => Languages.FromTag(request.Query["lang"].ToString()) ?? FromHeader(request) ?? _default;

    /// <summary>The problem with the <c>lang</c> of a request, or null.</summary>
    public static RequestProblem? Check(HttpRequest request) =>
        request.Query.TryGetValue("lang", out var given) && Languages.FromTag(given.ToString()) is null
            ? new RequestProblem(ProblemKind.InvalidParameter, Phrases.UnknownLanguage, "lang")
            : null;

    private static Language? FromHeader(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? accepted)) return null;
        return accepted
            .Where(value => value.Quality is not 0)
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(value => Languages.FromTag(value.Value.Value))
            .FirstOrDefault(language => language is not null);
    }
}
