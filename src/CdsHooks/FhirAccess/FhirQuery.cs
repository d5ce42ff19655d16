using System.Text;
using System.Text.RegularExpressions;

namespace Cds.CdsHooks.FhirAccess;

/// <summary>A prefetch template filled from the context of a call, percent-encoded.</summary>
/// <param name="Path">Path below the server's base.</param>
/// <param name="Parameters">Search parameters, encoded; empty for a read.</param>
internal sealed partial record FhirQuery(string Path, string Parameters)
{
    /// <summary>Addresses up to this length are taken by every server; longer searches are sent as a form.</summary>
    private const int LongestAddress = 2_000;

    private const string User = "user", Id = "Id";

    /// <summary>Fills a template; null when the context lacks a value.</summary>
    public static FhirQuery? Fill(string template, JsonElement context)
    {
        bool complete = true;
        string filled = Token().Replace(template, match =>
        {
            string? value = Value(match.Groups[1].Value, context);
            complete &= value is not null;
            return value is null ? "" : Uri.EscapeDataString(value).Replace("%2F", "/", StringComparison.Ordinal);
        });
        if (!complete) return null;
        string[] parts = filled.Split('?', 2);
        return new FhirQuery(parts[0], parts.Length == 1 ? "" : Encode(parts[1]));
    }

    /// <summary>The address for a GET.</summary>
    public Uri Address(Uri server) => new(Base(server) + (Parameters.Length == 0 ? Path : $"{Path}?{Parameters}"));

    /// <summary>The address of a search sent as a form.</summary>
    public Uri SearchAddress(Uri server) => new($"{Base(server)}{Path}/_search");

    /// <summary>Whether the address is longer than some servers take.</summary>
    public bool IsLong(Uri server) => Parameters.Length > 0 && Address(server).AbsoluteUri.Length > LongestAddress;

    private static string Base(Uri server) => server.AbsoluteUri.TrimEnd('/') + "/";

    /// <summary>Of what templates hold, only the bar between system and code is not allowed in a query.</summary>
    private static string Encode(string parameters)
    {
        var encoded = new StringBuilder(parameters.Length + 64);
        foreach (char character in parameters) encoded.Append(character == '|' ? "%7C" : character);
        return encoded.ToString();
    }

    private static string? Value(string token, JsonElement context)
    {
        const string FromContext = "context.";
        if (token.StartsWith(FromContext, StringComparison.Ordinal)) return context.Text(token[FromContext.Length..]);
        if (!token.StartsWith(User, StringComparison.Ordinal) || !token.EndsWith(Id, StringComparison.Ordinal) || context.Text("userId") is not { } user) return null;
        string type = token[User.Length..^Id.Length] + "/";
        return user.StartsWith(type, StringComparison.Ordinal) ? user[type.Length..] : null;
    }

    [GeneratedRegex(@"\{\{\s*([A-Za-z.]+)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
