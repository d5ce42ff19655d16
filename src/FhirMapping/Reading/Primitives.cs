using Hl7.Fhir.Model;

namespace Cds.FhirMapping.Reading;

/// <summary>
/// What readers ask Firely's values for, without ever throwing: the typed getters (<c>Observation.Status</c>) throw on texts that they do not know, and the
/// build refuses them in favour of these.
/// </summary>
internal static class Primitives
{
    /// <summary>The text of a string, code, date or uri, trimmed; null when there is none.</summary>
    public static string? Text(this PrimitiveType? primitive) =>
        primitive?.JsonValue is string text && text.AsSpan().Trim() is { Length: > 0 } trimmed ? trimmed.Length == text.Length ? text : trimmed.ToString() : null;

    /// <summary>The texts of a list, without empty ones.</summary>
    public static IEnumerable<string> Texts<T>(this List<T>? primitives)
        where T : PrimitiveType => (primitives ?? []).Select(p => p.Text()).OfType<string>();

    /// <summary>A code in lower case and without white space around it, for codes whose letter case says nothing.</summary>
    public static string? Word(this PrimitiveType? primitive) => primitive.Text() is { } text ? text.ToLowerInvariant() : null;

    /// <summary>The items of a list element, without making the empty list that the typed getters make.</summary>
    /// <param name="element">What has the element.</param>
    /// <param name="name">Its FHIR name.</param>
    public static IReadOnlyList<T> ListOf<T>(this Base element, string name)
        where T : Base => element.TryGetValue(name, out object? value) && value is List<T> list ? list : [];

    /// <summary>The number of a decimal or integer; null when there is none.</summary>
    public static decimal? Number(this PrimitiveType? primitive) => primitive?.JsonValue switch
    {
        decimal number => number,
        int number => number,
        _ => null,
    };

    /// <summary>The truth value; null when there is none.</summary>
    public static bool? Truth(this FhirBoolean? primitive) => primitive?.JsonValue as bool?;
}
