using System.Text.RegularExpressions;

namespace Cds.CdsHooks.Envelope;

/// <summary>Checks of the context fields that several hooks share.</summary>
internal static partial class HookContext
{
    private const string Path = "$.context";

    /// <summary>The problem with <c>userId</c>, <c>patientId</c> or <c>encounterId</c>, or null.</summary>
    public static RequestProblem? CheckPatientAndUser(JsonElement context) =>
        context.CheckString(Path, "patientId")
        ?? CheckPatientId(context)
        ?? context.CheckString(Path, "userId")
        ?? CheckUserId(context)
        ?? context.CheckOptionalString(Path, "encounterId");

    /// <summary>Whether a text is the bare id of a Patient.</summary>
    public static bool IsPatientId(string text) => BareId().IsMatch(text);

    private static RequestProblem? CheckPatientId(JsonElement context) =>
        IsPatientId(context.GetProperty("patientId").GetString()!)
            ? null
            : new RequestProblem(ProblemKind.InvalidMember, Phrases.PatientIdIsNoId, $"{Path}.patientId");

    private static RequestProblem? CheckUserId(JsonElement context) =>
        TypeAndId().IsMatch(context.GetProperty("userId").GetString()!)
            ? null
            : new RequestProblem(ProblemKind.InvalidMember, Phrases.UserIdIsNoReference, $"{Path}.userId");

    // Wider than FHIR's id type: systems with underscores in their ids exist, and nothing is gained by refusing them. One or two dots are a way through folders.
    [GeneratedRegex(@"^(?!\.{1,2}\z)[A-Za-z0-9._~\-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BareId();

    [GeneratedRegex(@"^[A-Z][A-Za-z]{1,63}/(?!\.{1,2}\z)[A-Za-z0-9._~\-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeAndId();
}
