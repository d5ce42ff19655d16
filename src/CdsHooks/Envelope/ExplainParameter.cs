using Microsoft.Extensions.Primitives;

namespace Cds.CdsHooks.Envelope;

/// <summary>The query parameter <c>explain</c>: with <c>all</c> the answer says what was left out and what does not apply, and why.</summary>
internal static class ExplainParameter
{
    private const string Name = "explain";

    /// <summary>Whether the request asks for it.</summary>
    public static bool IsAsked(HttpRequest request) => request.Query.TryGetValue(Name, out StringValues given) && given == "all";

    /// <summary>The problem with the parameter, or null.</summary>
    public static RequestProblem? Check(HttpRequest request) => request.Query.ContainsKey(Name) && !IsAsked(request)
        ? new RequestProblem(ProblemKind.InvalidParameter, Phrases.InvalidExplain, Name)
        : null;
}
