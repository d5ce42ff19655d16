using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Terminology;

/// <summary>Finds any of some words in a folded text in small letters: Latin ones as whole words, Japanese ones wherever they stand.</summary>
internal static class WordPattern
{
    /// <summary>A word that begins with <c>^</c> counts only at the beginning of the text.</summary>
    public static Regex Of(IEnumerable<string> words) => new(
        string.Join('|', words.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(Pattern)),
        RegexOptions.CultureInvariant | RegexOptions.Compiled,
        TimeSpan.FromSeconds(1));

    private static string Pattern(string word)
    {
        bool first = word.StartsWith('^');
        string escaped = Regex.Escape((first ? word[1..] : word).ToLowerInvariant()).Replace(@"\ ", @"\s+", StringComparison.Ordinal);
        string whole = char.IsAscii(word[0]) ? $"(?<![a-z0-9]){escaped}(?![a-z0-9])" : escaped;
        return first ? $@"^\s*{whole}" : whole;
    }
}
