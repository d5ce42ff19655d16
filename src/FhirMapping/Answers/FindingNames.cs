using System.Text.Json;

namespace Cds.FhirMapping.Answers;

/// <summary>The names that reports use for the findings that words answer for, in several languages.</summary>
internal static class FindingNames
{
    private const string File = "answers/findings.json";

    private static readonly PhraseTree<FindingName> Tree = Read();

    /// <summary>Whether the name of a finding starts at <paramref name="at"/>.</summary>
    public static bool Any(string text, int at, int limit, out int end) => Tree.TryMatch(text, at, limit, out end, out _);

    /// <summary>The names in a folded text, in order and without overlap.</summary>
    public static List<(FindingName Name, int Start, int End)> In(string text)
    {
        var found = new List<(FindingName, int, int)>();
        for (int i = 0; i < text.Length;)
        {
            if (Tree.TryMatch(text, i, text.Length, out int end, out FindingName? name) && !IsCutByPhrase(text, i, end))
            {
                found.Add((name!, i, end));
                i = end;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>A longer phrase of answers that starts at the same place is no name: "残存病変" is one, "病変なし" would not be.</summary>
    private static bool IsCutByPhrase(string text, int start, int end) => PhraseTable.Tree.TryMatch(text, start, text.Length, out int phrase, out _) && phrase > end;

    private static PhraseTree<FindingName> Read()
    {
        using Stream stream = typeof(FindingNames).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is not embedded.");
        using JsonDocument document = JsonDocument.Parse(stream);
        var tree = new PhraseTree<FindingName>();
        foreach (JsonElement group in document.RootElement.EnumerateArray())
        {
            var name = new FindingName([.. group.GetProperty("facts").EnumerateArray().Select(f => f.GetString()!)], Enum.Parse<MentionUse>(group.GetProperty("mention").GetString()!, ignoreCase: true));
            foreach (JsonElement text in group.GetProperty("names").EnumerateArray()) tree.Add(text.GetString()!, name);
        }

        return tree;
    }
}
