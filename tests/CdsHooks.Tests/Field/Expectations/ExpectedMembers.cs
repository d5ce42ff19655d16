using System.Globalization;
using System.Text.Json;

namespace Cds.CdsHooks.Tests.Field;

/// <summary>Members of an expectation or of an answer, as lists and texts.</summary>
internal static class ExpectedMembers
{
    /// <summary>The texts of a list, or of a single value; empty when the member is not there.</summary>
    public static string[] Texts(this JsonElement parent, string name) => parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out JsonElement member) ? []
        : member.ValueKind == JsonValueKind.Array ? [.. member.EnumerateArray().Select(Shown)] : member.ValueKind == JsonValueKind.Null ? [] : [Shown(member)];

    /// <summary>The members of an object; none when it is not there.</summary>
    public static IEnumerable<JsonProperty> Properties(this JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement member) ? member.EnumerateObject() : [];

    /// <summary>The items of a list; none when it is not there.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement member) ? member.EnumerateArray() : [];

    /// <summary>Whether the member is there and true.</summary>
    public static bool Says(this JsonElement parent, string name) => parent.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.True;

    /// <summary>Whether one of several texts parted by a bar is among the given ones.</summary>
    public static bool AnyOf(this IEnumerable<string> given, string alternatives) => alternatives.Split('|').Intersect(given).Any();

    /// <summary>A value as its text; numbers without trailing zeros.</summary>
    public static string Shown(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDecimal().ToString("0.############", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };
}
