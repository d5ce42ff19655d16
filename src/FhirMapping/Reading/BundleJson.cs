using System.Text;
using System.Text.Json;

namespace Cds.FhirMapping.Reading;

/// <summary>Small readings of the JSON of a bundle: members looked ahead for, texts that are texts, names in another letter case.</summary>
internal static class BundleJson
{
    /// <summary>Looks ahead for the <c>resourceType</c>; null when there is none that is a text.</summary>
    public static string? TypeOf(Utf8JsonReader ahead) => MemberOf(ahead, "resourceType"u8);

    public static string? IdIn(Utf8JsonReader ahead) => MemberOf(ahead, "id"u8);

    public static string? MemberOf(Utf8JsonReader ahead, ReadOnlySpan<byte> name)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = ahead.ValueTextEquals(name);
            ahead.Read();
            if (isIt) return TextOf(ref ahead);
            ahead.Skip();
        }

        return null;
    }

    public static string? ModeOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? mode = MemberOf(reader, "mode"u8);
        reader.Skip();
        return mode;
    }

    public static bool NamesNext(ref Utf8JsonReader reader)
    {
        bool next = false;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject) next |= MemberOf(reader, "relation"u8) == "next";
            reader.Skip();
        }

        return next;
    }

    /// <summary>A text without white space around it; null for everything else. Passes over the value.</summary>
    public static string? TextOf(ref Utf8JsonReader reader)
    {
        string? text = null;
        try
        {
            if (reader.TokenType == JsonTokenType.String) text = reader.GetString()?.Trim();
            else reader.Skip();
        }
        catch (InvalidOperationException)
        {
            // Lone surrogates: JSON, but no text.
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static bool IsModifier(ReadOnlySpan<byte> name) => IsMiscased(name, "modifierExtension"u8) || IsMiscased(name, "implicitRules"u8);

    public static string NameOf(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);

    public static bool IsMiscased(ReadOnlySpan<byte> name, ReadOnlySpan<byte> wanted) => Ascii.EqualsIgnoreCase(name, wanted);
}
