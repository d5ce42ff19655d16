using System.Text.RegularExpressions;

namespace Cds.Knowledge.Loading.Checks;

/// <summary>A Japanese text holds no English word but those that haematologists write so, which <c>stated-reasons.yaml</c> lists.</summary>
internal sealed partial class EnglishInJapanese : ISenseCheck
{
    /// <summary>Names of books, papers and their authors stay as they were printed.</summary>
    private static readonly string[] Bibliography = ["documents", "evidence-terms.yaml"];

    /// <inheritdoc />
    public void Check(ContentRead content)
    {
        foreach ((string path, YamlEntry root) in content.Entries.Roots.Where(r => !Bibliography.Any(b => r.Path.StartsWith(b, StringComparison.Ordinal))))
        {
            // Trials are called by their authors or their acronym.
            bool isTrial = path.StartsWith("trials/", StringComparison.Ordinal);
            foreach ((YamlEntry text, string member, YamlEntry _) in root.LocalizedTexts())
            {
                if (isTrial && member == "title") continue;
                string japanese = text.Peek().Text("ja") ?? "";
                if (!HasThreeLetters(japanese)) continue;
                string[] words = [.. Word().Matches(Placeholder().Replace(japanese, "")).Select(m => m.Value).Where(w => !content.Reasons.WordsInJapanese.Contains(w)).Distinct()];
                if (words.Length > 0) text.Defect($"the Japanese text holds English: {string.Join(", ", words)}", "ja");
            }
        }
    }

    /// <summary>What most Japanese texts lack is seen without a search for words.</summary>
    private static bool HasThreeLetters(string text)
    {
        int run = 0;
        foreach (char letter in text)
        {
            run = char.IsAsciiLetter(letter) || letter == '-' ? run + 1 : 0;
            if (run == 3) return true;
        }

        return false;
    }

    /// <summary>Three letters or more, two small ones among them: abbreviations, units and ids are none.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9.])(?=[A-Za-z-]*[a-z]{2})[A-Za-z][A-Za-z-]+[A-Za-z](?![A-Za-z0-9])")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{[^{}]*\}|https?://\S+")]
    private static partial Regex Placeholder();
}
