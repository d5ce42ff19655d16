using System.Buffers;

namespace Cds.Knowledge.Values;

/// <summary>
/// Text from outside as it may stand in a sentence: without marks that turn the direction of what follows (a dose would read backwards) and without control
/// characters. The marks go, a control character becomes a space.
/// </summary>
public static class PlainText
{
    private const string Marks = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static readonly SearchValues<char> Directions = SearchValues.Create(Marks);

    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        Marks + "\u2028\u2029" + string.Concat(Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)));

    /// <summary>The text without them; the same text when it has none.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsPlain(text)
            ? text
            : string.Concat(text.Where(character => !IsDirection(character)).Select(character => Unwanted.Contains(character) ? ' ' : character));
    }

    /// <summary>Whether the text has none of them.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny(Unwanted);

    /// <summary>Whether a character only turns the direction of others.</summary>
    public static bool IsDirection(char character) => Directions.Contains(character);
}
