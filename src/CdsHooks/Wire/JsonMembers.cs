namespace Cds.CdsHooks.Wire;

/// <summary>Members of JSON that comes from elsewhere and may be anything.</summary>
internal static class JsonMembers
{
    /// <summary>The text of a member; null when the parent is no object, has no such member, or another kind of value there.</summary>
    public static string? Text(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The items of a list; none when the parent is no object or the member no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
