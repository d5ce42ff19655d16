using System.Collections.Frozen;

namespace Cds.FhirMapping.Numbers;

/// <summary>
/// A list of words by kind, with the language and the source of each (a CSV file that ships with the assembly). Words are kept in the form of
/// <see cref="NumberForm"/>, the longest first, so that "less than or equal to" is found before "less than".
/// </summary>
internal sealed class WordTable
{
    private readonly FrozenDictionary<string, string[]> _words;

    private WordTable(IEnumerable<(string Kind, string Text)> words) =>
        _words = words.GroupBy(w => w.Kind, w => w.Text)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>The kinds that have words.</summary>
    public IEnumerable<string> Kinds => _words.Keys;

    /// <summary>Reads a table of this assembly: a heading, then <c>kind,language,text,source</c>; only the source may hold commas.</summary>
    /// <exception cref="InvalidOperationException">The file is missing or a line is no such row.</exception>
    public static WordTable Embedded(string name)
    {
        using Stream stream = typeof(WordTable).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of the assembly");
        using var reader = new StreamReader(stream);
        var words = new List<(string Kind, string Text)>();
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',', 4);
            if (cells is not [{ Length: > 0 } kind, "en" or "ja" or "de" or "fr" or "es", { Length: > 0 } text, { Length: > 0 }]) throw new InvalidOperationException($"{name}: '{line}' is no row of kind, language, text and source");
            words.Add((kind, NumberForm.Of(text)));
        }

        return new WordTable(words);
    }

    /// <summary>The words of a kind, the longest first.</summary>
    public IReadOnlyList<string> Of(string kind) => _words.GetValueOrDefault(kind, []);

    /// <summary>The longest word of a kind at the beginning of a text; null when none stands there as a whole word.</summary>
    public string? AtStart(string kind, ReadOnlySpan<char> text)
    {
        foreach (string word in Of(kind))
        {
            if (text.StartsWith(word, Comparison(word)) && (text.Length == word.Length || !IsLetter(word[^1]) || !IsLetter(text[word.Length]))) return word;
        }

        return null;
    }

    /// <summary>The longest word of a kind at the end of a text; null when none stands there as a whole word.</summary>
    public string? AtEnd(string kind, ReadOnlySpan<char> text)
    {
        foreach (string word in Of(kind))
        {
            if (text.EndsWith(word, Comparison(word)) && (text.Length == word.Length || !IsLetter(word[0]) || char.IsWhiteSpace(text[^(word.Length + 1)]))) return word;
        }

        return null;
    }

    /// <summary>Flags of one or two letters are capitals: <c>H</c> is a flag, <c>h</c> an hour.</summary>
    private static StringComparison Comparison(string word) => word.Length <= 2 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static bool IsLetter(char c) => char.IsAsciiLetter(c);
}
