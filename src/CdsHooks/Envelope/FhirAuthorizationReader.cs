namespace Cds.CdsHooks.Envelope;

/// <summary>Reads <c>fhirAuthorization</c> of a hook request.</summary>
internal static class FhirAuthorizationReader
{
    private const string Path = "$.fhirAuthorization";

    /// <summary>The problem with the types of its members, or null. Members that are absent make it unusable, not wrong.</summary>
    public static RequestProblem? Check(JsonElement root)
    {
        JsonElement authorization = root.Optional("fhirAuthorization");
        if (authorization.ValueKind != JsonValueKind.Object) return null;
        return authorization.CheckOptionalString(Path, "access_token")
            ?? authorization.CheckOptionalString(Path, "token_type")
            ?? CheckSeconds(authorization)
            ?? authorization.CheckOptionalString(Path, "scope")
            ?? authorization.CheckOptionalString(Path, "subject")
            ?? authorization.CheckOptionalString(Path, "patient");
    }

    /// <summary>The authorization of a checked request; null when there is none, or none that can be used.</summary>
    public static FhirAuthorization? Read(JsonElement root)
    {
        JsonElement authorization = root.Optional("fhirAuthorization");
        if (authorization.ValueKind != JsonValueKind.Object) return null;
        if (authorization.Text("access_token") is not { } token || !FhirAuthorization.IsHeaderSafe(token)) return null;
        if (!string.Equals(authorization.Text("token_type"), "Bearer", StringComparison.OrdinalIgnoreCase)) return null;
        if (!authorization.Optional("expires_in").TryGetSeconds(out long seconds) || seconds <= 0) return null;
        return new FhirAuthorization(token, TimeSpan.FromSeconds(seconds), SmartScopes.Parse(authorization.Text("scope") ?? ""), authorization.Text("patient"));
    }

    private static RequestProblem? CheckSeconds(JsonElement authorization) =>
        authorization.Optional("expires_in") is { ValueKind: not JsonValueKind.Undefined } value && !value.TryGetSeconds(out _)
            ? new RequestProblem(ProblemKind.InvalidMember, FhirAuthorizationPhrases.SecondsExpected, $"{Path}.expires_in")
            : null;

    /// <summary>Some authorization servers write the seconds as a string of digits.</summary>
    private static bool TryGetSeconds(this JsonElement value, out long seconds)
    {
        seconds = 0;
        bool isWhole = value.ValueKind == JsonValueKind.String
            ? long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out seconds);
        return isWhole && Math.Abs(seconds) <= int.MaxValue;
    }
}
