using Cds.CdsHooks.Outbound;

namespace Cds.CdsHooks.Envelope;

/// <summary>Reads the envelope that all hooks share; unknown members are ignored, as minor versions may add some.</summary>
internal static class HookRequestReader
{
    private const string Root = "$";

    /// <summary>Reads and checks the envelope, the context of its hook included.</summary>
    public static Outcome<HookRequest> Read(JsonBody body, ServiceDefinition service)
    {
        JsonElement root = body.Root;
        if (root.ValueKind != JsonValueKind.Object) return new RequestProblem(ProblemKind.InvalidMember, Phrases.ObjectExpected, Root);
        RequestProblem? problem = root.CheckString(Root, "hook")
            ?? CheckHook(root, service.Hook)
            ?? root.CheckString(Root, "hookInstance")
            ?? CheckInstance(root)
            ?? root.CheckObject(Root, "context")
            ?? root.CheckOptionalObject(Root, "prefetch")
            ?? root.CheckOptionalObject(Root, "extension")
            ?? root.CheckOptionalObject(Root, "fhirAuthorization")
            ?? FhirAuthorizationReader.Check(root)
            ?? root.CheckOptionalString(Root, "fhirServer")
            ?? CheckServer(root)
            ?? service.CheckContext(root.GetProperty("context"));
        if (problem is not null) return problem;
        return new HookRequest(body, Guid.Parse(root.GetProperty("hookInstance").GetString()!), root.GetProperty("context"), root.Optional("prefetch"), Server(root))
        {
            FhirAuthorization = FhirAuthorizationReader.Read(root),
        };
    }

    private static RequestProblem? CheckHook(JsonElement root, string hook) =>
        root.GetProperty("hook").ValueEquals(hook)
            ? null
            : new RequestProblem(ProblemKind.HookMismatch, Phrases.HookMismatch.With("hook", hook), "$.hook");

    private static RequestProblem? CheckInstance(JsonElement root) =>
        Guid.TryParseExact(root.GetProperty("hookInstance").GetString(), "D", out _)
            ? null
            : new RequestProblem(ProblemKind.InvalidMember, Phrases.HookInstanceIsNoUuid, "$.hookInstance");

    private static RequestProblem? CheckServer(JsonElement root)
    {
        if (root.Optional("fhirServer").ValueKind == JsonValueKind.Undefined)
        {
            return root.Optional("fhirAuthorization").ValueKind == JsonValueKind.Undefined
                ? null
                : new RequestProblem(ProblemKind.MissingMember, Phrases.AuthorizationWithoutServer, "$.fhirServer");
        }

        return Server(root) is not null
            ? null
            : new RequestProblem(ProblemKind.InvalidMember, Phrases.FhirServerIsNoUrl, "$.fhirServer");
    }

    private static Uri? Server(JsonElement root) =>
        root.Optional("fhirServer") is { ValueKind: JsonValueKind.String } text ? ServerAddress.Read(text.GetString()) : null;
}
