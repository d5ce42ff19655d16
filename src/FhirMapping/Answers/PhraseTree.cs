namespace Cds.FhirMapping.Answers;

/// <summary>
/// Finds the longest known phrase at a place of a text, in one pass over its letters. A space of a phrase may be a hyphen in the text; words in Latin
/// letters are found whole only, Japanese ones also when spaces stand between their characters.
/// </summary>
internal sealed class PhraseTree<T>
    where T : notnull
{
    private readonly Node _root = new();

    /// <summary>Adds a phrase. The same phrase with another meaning is a defect of the table.</summary>
    public void Add(string phrase, T meaning)
    {
        Node node = _root;
        string folded = AnswerText.Fold(phrase);
        for (int i = 0; i < folded.Length; i++)
        {
            char c = AnswerText.JoinsWords(folded, i) ? ' ' : folded[i];
            if (!node.Next.TryGetValue(c, out Node? next)) node.Next[c] = next = new Node();
            node = next;
        }

        if (node == _root) throw new InvalidOperationException($"The phrase '{phrase}' is empty.");
        if (node.Ends && !EqualityComparer<T>.Default.Equals(node.Meaning, meaning)) throw new InvalidOperationException($"The phrase '{phrase}' has two meanings: {node.Meaning} and {meaning}.");
        node.Ends = true;
        node.Meaning = meaning;
    }

    /// <summary>The longest phrase that starts at <paramref name="start"/> and ends before <paramref name="limit"/>.</summary>
    public bool TryMatch(string text, int start, int limit, out int end, out T? meaning)
    {
        end = start;
        meaning = default;
        Node node = _root;
        bool found = false;
        bool spaced = false;
        for (int i = start; i < limit; i++)
        {
            char c = AnswerText.JoinsWords(text, i) ? ' ' : text[i];
            if (!node.Next.TryGetValue(c, out Node? next))
            {
                if (c != ' ' || i == start || !AnswerText.IsJapanese(text[i - 1])) break;
                spaced = true;
                continue;
            }

            node = next;
            if (!node.Ends || !AnswerText.IsWhole(text, start, i + 1)) continue;
            // Across a space a phrase has to end where its word ends: 融合 細胞数不足 is not 融合細胞.
            if (spaced && i + 1 < text.Length && AnswerText.IsJapanese(text[i + 1])) continue;
            end = i + 1;
            meaning = node.Meaning;
            found = true;
        }

        return found;
    }

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public bool Ends { get; set; }

        public T? Meaning { get; set; }
    }
}
