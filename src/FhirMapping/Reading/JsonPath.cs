using System.Text;
using System.Text.Json;

namespace Cds.FhirMapping.Reading;

/// <summary>Follows a path of Firely's (<c>Observation.value.comparator[1]</c>) through the JSON that it is about.</summary>
internal static class JsonPath
{
    /// <summary>The path as it is written in the JSON (<c>.valueQuantity.comparator</c>), and what stands there; undefined when nothing does.</summary>
    public static (string Written, JsonElement Value) Follow(JsonElement resource, string path)
    {
        var written = new StringBuilder();
        JsonElement at = resource;
        foreach (string segment in path.Split('.').Skip(1))
        {
            if (at.ValueKind == JsonValueKind.Array) at = at.GetArrayLength() > 0 ? at[0] : default;
            int bracket = segment.IndexOf('[', StringComparison.Ordinal);
            string name = bracket < 0 ? segment : segment[..bracket];
            if (at.ValueKind == JsonValueKind.Object) name = NameIn(at, name);
            written.Append('.').Append(name);
            at = at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out JsonElement member) ? member : default;
            if (bracket < 0 || at.ValueKind != JsonValueKind.Array) continue;
            // Behind a single value, and at nulls, Firely counts one too far.
            int index = int.Parse(segment.AsSpan((bracket + 1)..^1), CultureInfo.InvariantCulture);
            int length = at.GetArrayLength();
            if (length == 0) continue;
            index = Math.Min(index, length - 1);
            written.Append(CultureInfo.InvariantCulture, $"[{index}]");
            at = at[index];
        }

        return (written.ToString(), at);
    }

    /// <summary>Paths, from the type on, of numbers that no decimal can hold.</summary>
    public static IEnumerable<string> NumbersBeyondDecimals(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetDecimal(out _) ? [] : [path],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NumbersBeyondDecimals(member.Value, $"{path}.{member.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => NumbersBeyondDecimals(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"))),
        _ => [],
    };

    private static string NameIn(JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out _)) return name;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (member.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (member.Name.Length == name.Length || char.IsUpper(member.Name[name.Length]))) return member.Name;
        }

        return name;
    }
}
