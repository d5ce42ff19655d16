using System.Buffers;
using System.Buffers.Text;
using Cds.CdsHooks.Envelope;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cds.CdsHooks.Trust;

/// <summary>
/// A token in compact form (RFC 7515, 7519), taken apart but not yet believed. Stricter than the library, which takes padding, the last of two members
/// of one name and numbers in quotes: what it would read in two ways is refused here.
/// </summary>
/// <param name="Token">The token as the library sees it.</param>
/// <param name="Header">Header.</param>
/// <param name="Payload">Claims.</param>
internal sealed record ReceivedToken(JsonWebToken Token, JsonElement Header, JsonElement Payload)
{
    /// <summary>Longest token read; those of clients have less than 2 000 characters.</summary>
    private const int Longest = 8 * 1024;

    private const int Parts = 3, Deepest = 16;
    private static readonly string[] Times = ["exp", "iat", "nbf"];
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Takes a token apart; the fault when it has another form.</summary>
    public static (ReceivedToken? Token, TokenFault Fault) Parse(string text)
    {
        if (text.Length > Longest) return (null, TokenFault.Malformed);
        string[] parts = text.Split('.');
        if (parts.Length != Parts || Decode(parts[2]) is null || Object(parts[0]) is not { } header || Object(parts[1]) is not { } payload) return (null, TokenFault.Malformed);
        if (Times.Any(name => payload.TryGetProperty(name, out _) && Time(payload, name) is null)) return (null, TokenFault.Time);
        try
        {
            return (new ReceivedToken(new JsonWebToken(text), header, payload), TokenFault.None);
        }
        catch (ArgumentException)
        {
            // A registered claim of another type than RFC 7519 gives it.
            return (null, TokenFault.Malformed);
        }
    }

    /// <summary>A string of header or payload; null when absent, empty or of another type.</summary>
    public static string? Text(JsonElement part, string name) =>
        JsonMembers.Text(part, name) is { Length: > 0 } text ? text : null;

    /// <summary>A time in seconds since 1970; null when absent, of another type or out of range.</summary>
    public DateTimeOffset? Time(string name) => Time(Payload, name);

    private static DateTimeOffset? Time(JsonElement payload, string name)
    {
        if (!payload.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out decimal seconds)) return null;
        decimal lowest = DateTimeOffset.UnixEpoch.ToUnixTimeSeconds(), highest = DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 1;
        return seconds < lowest || seconds > highest ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000));
    }

    private static JsonElement? Object(string part)
    {
        if (Decode(part) is not { } bytes || JsonFaults.FindBeforeParsing(bytes, Deepest) is not null) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a part; null when it is empty, or no base64url without padding and white space.</summary>
    private static byte[]? Decode(string part)
    {
        if (part.Length == 0 || part.AsSpan().ContainsAnyExcept(Alphabet)) return null;
        byte[] decoded = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return Base64Url.DecodeFromChars(part, decoded, out _, out int written) == OperationStatus.Done ? decoded[..written] : null;
    }
}
