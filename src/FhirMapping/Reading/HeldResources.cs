using System.Text.Json;

namespace Cds.FhirMapping.Reading;

/// <summary>Finds resources that stand where nobody reads them: contained in or carried by resources of other types (Parameters, List), or in unknown members.</summary>
internal static class HeldResources
{
    /// <summary>Whether the value holds a resource of a type that is read; a patient or a product says nothing alone.</summary>
    /// <param name="ahead">A reader that stands on the value.</param>
    /// <param name="readTypes">The types that are read elsewhere.</param>
    /// <param name="isResource">Whether the value is itself a resource, which does not count as held.</param>
    public static bool In(Utf8JsonReader ahead, IReadOnlySet<string> readTypes, bool isResource = false)
    {
        if (ahead.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return false;
        int top = ahead.CurrentDepth;
        bool isFirst = isResource && ahead.TokenType == JsonTokenType.StartObject;
        while (ahead.Read() && ahead.CurrentDepth > top)
        {
            if (ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueTextEquals("resourceType"u8)) continue;
            bool isOwn = isFirst && ahead.CurrentDepth == top + 1;
            if (isOwn) isFirst = false;
            ahead.Read();
            if (!isOwn && Type(ahead) is { } type && readTypes.Contains(type) && type is not ("Patient" or "Medication")) return true;
        }

        return false;
    }

    /// <summary>Whether the resource names another type too.</summary>
    public static bool HasOtherType(Utf8JsonReader ahead, string type)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = ahead.ValueTextEquals("resourceType"u8);
            ahead.Read();
            if (isType && Type(ahead)?.Trim() != type) return true;
            ahead.Skip();
        }

        return false;
    }

    private static string? Type(in Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan) : null;
}
