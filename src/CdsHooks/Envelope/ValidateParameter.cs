using Microsoft.Extensions.Primitives;

namespace Cds.CdsHooks.Envelope;

/// <summary>The query parameter <c>validate</c>: with <c>true</c> the answer says what is no valid FHIR R4 in the body.</summary>
internal static class ValidateParameter
{
    private const string Name = "validate";

    /// <summary>Whether the request asks for it.</summary>
    public static bool IsAsked(HttpRequest request) => request.Query.TryGetValue(Name, out StringValues given) && given == "true";

    /// <summary>The problem with the parameter, or null.</summary>
    public static RequestProblem? Check(HttpRequest request) => request.Query.TryGetValue(Name, out StringValues given) && given != "true" && given != "false"
        ? new RequestProblem(ProblemKind.InvalidParameter, Phrases.InvalidValidate, Name)
        : null;
}
