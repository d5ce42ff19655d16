using System.Text;
using System.Text.RegularExpressions;

namespace Cds.FhirMapping.Terminology;

/// <summary>
/// Finds any of some words in a text: Latin ones as whole words, Japanese ones wherever they stand. The cost grows with the length of the text alone, whatever it
/// is; a limit of time would refuse honest texts on a machine that has too much to do.
/// </summary>
internal static class WordPattern
{
    /// <summary>A pattern for texts of the form of <see cref="Folded"/>. A word that begins with <c>^</c> counts only at the beginning of the text.</summary>
    public static Regex Of(IEnumerable<string> words) => new(
        string.Join('|', words.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(Pattern)), RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>The text in small letters, compatibility forms folded, each run of white space as one space.</summary>
    public static string Folded(string text)
    {
        string folded = TextForm.Fold(text);
        var result = new StringBuilder(folded.Length);
        foreach (char c in folded)
        {
            if (!char.IsWhiteSpace(c)) result.Append(char.ToLowerInvariant(c));
            else if (result.Length == 0 || result[^1] != ' ') result.Append(' ');
        }

        return result.ToString();
    }

    private static string Pattern(string word)
    {
        bool first = word.StartsWith('^');
        string escaped = Regex.Escape((first ? word[1..] : word).ToLowerInvariant());
        string whole = char.IsAscii(word[0]) ? $"(?<![a-z0-9]){escaped}(?![a-z0-9])" : escaped;
        return first ? "^ ?" + whole : whole;
    }
}
