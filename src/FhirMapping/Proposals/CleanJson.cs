using System.Text.Json;

namespace Cds.FhirMapping.Proposals;

/// <summary>Copies JSON without null or empty members: FHIR JSON has neither, drafts sometimes do.</summary>
internal static class CleanJson
{
    /// <summary>Whether a value is more than null, an empty text, or nothing but such.</summary>
    public static bool HasContent(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => false,
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.EnumerateArray().Any(HasContent),
        JsonValueKind.Object => value.EnumerateObject().Any(m => HasContent(m.Value)),
        _ => true,
    };

    /// <summary>Writes a value that has content.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject().Where(m => HasContent(m.Value)))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray().Where(HasContent)) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>Writes a text member, or the given one where the object has none; nothing when there is neither.</summary>
    public static void WriteMember(Utf8JsonWriter writer, JsonElement parent, string name, string? otherwise)
    {
        string? text = parent.TryGetProperty(name, out JsonElement member) && member.ValueKind == JsonValueKind.String && HasContent(member) ? member.GetString() : otherwise;
        if (text is not null) writer.WriteString(name, text);
    }
}
