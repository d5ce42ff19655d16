using System.Text;
using System.Text.Json;
using Cds.CdsHooks.Envelope;

namespace Cds.CdsHooks.Trust;

/// <summary>The parts of a token in compact form (RFC 7515, 7519), taken apart but not yet believed.</summary>
/// <param name="Header">Header.</param>
/// <param name="Payload">Claims.</param>
/// <param name="SigningInput">The bytes that are signed.</param>
/// <param name="Signature">The signature.</param>
internal sealed record JsonWebToken(JsonElement Header, JsonElement Payload, byte[] SigningInput, byte[] Signature)
{
    /// <summary>Longest token read; those of clients have less than 2 000 characters.</summary>
    private const int Longest = 8 * 1024;

    private const int Parts = 3;

    /// <summary>Takes a token apart; null when it has another form.</summary>
    public static JsonWebToken? Parse(string text)
    {
        if (text.Length > Longest) return null;
        string[] parts = text.Split('.');
        if (parts.Length != Parts || Array.Exists(parts, part => part.Length == 0)) return null;
        if (Object(parts[0]) is not { } header || Object(parts[1]) is not { } payload || JoseText.Decode(parts[2]) is not { } signature) return null;
        return new JsonWebToken(header, payload, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature);
    }

    /// <summary>A string of header or payload; null when absent, empty or of another type.</summary>
    public static string? Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A time in seconds since 1970; null when absent, of another type or out of range.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (!Payload.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out decimal seconds)) return null;
        decimal lowest = DateTimeOffset.UnixEpoch.ToUnixTimeSeconds(), highest = DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 1;
        return seconds < lowest || seconds > highest ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000));
    }

    /// <summary>The audiences: one string or an array of strings; null when it is anything else.</summary>
    public IReadOnlyList<string>? Audiences()
    {
        if (!Payload.TryGetProperty("aud", out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.String) return [value.GetString()!];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String)) return null;
        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }

    private static JsonElement? Object(string part)
    {
        if (JoseText.Decode(part) is not { } bytes || JsonFaults.FindBeforeParsing(bytes) is not null) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
