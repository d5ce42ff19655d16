namespace Cds.CdsHooks.Companion;

/// <summary>Keeps forms of other sites from doing something in a browser's name: browsers say where a request comes from, in headers that no page can write.</summary>
internal sealed class SameOrigin : IEndpointFilter
{
    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOurs(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(new ProblemAnswer(new RequestProblem(ProblemKind.Forbidden, CompanionPhrases.ForeignForm)));

    /// <summary>Whether the request comes from a page of this service, or from no browser.</summary>
    public static bool IsOurs(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        string origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
