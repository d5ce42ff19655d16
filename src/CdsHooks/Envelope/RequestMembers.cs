namespace Cds.CdsHooks.Envelope;

/// <summary>Reads members of a request and names the place of those that are missing or of the wrong type.</summary>
internal static class RequestMembers
{
    /// <summary>The member; undefined when it is absent or <c>null</c>.</summary>
    public static JsonElement Optional(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : default;

    /// <summary>The problem with a member that has to be a non-empty string, or null.</summary>
    public static RequestProblem? CheckString(this JsonElement parent, string path, string name)
    {
        JsonElement value = parent.Optional(name);
        if (value.ValueKind == JsonValueKind.Undefined) return Missing(path, name);
        return value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())
            ? null
            : new RequestProblem(ProblemKind.InvalidMember, Phrases.StringExpected, $"{path}.{name}");
    }

    /// <summary>The problem with a member that has to be an object, or null.</summary>
    public static RequestProblem? CheckObject(this JsonElement parent, string path, string name) =>
        parent.Optional(name).ValueKind == JsonValueKind.Undefined ? Missing(path, name) : parent.CheckOptionalObject(path, name);

    /// <summary>The problem with a member that has to be an object if it is there, or null.</summary>
    public static RequestProblem? CheckOptionalObject(this JsonElement parent, string path, string name) =>
        parent.Optional(name).ValueKind is JsonValueKind.Undefined or JsonValueKind.Object
            ? null
            : new RequestProblem(ProblemKind.InvalidMember, Phrases.ObjectExpected, $"{path}.{name}");

    /// <summary>The problem with a member that has to be a non-empty string if it is there, or null.</summary>
    public static RequestProblem? CheckOptionalString(this JsonElement parent, string path, string name) =>
        parent.Optional(name).ValueKind == JsonValueKind.Undefined ? null : parent.CheckString(path, name);

    private static RequestProblem Missing(string path, string name) =>
        new(ProblemKind.MissingMember, Phrases.MemberMissing.With("member", name), $"{path}.{name}");
}
