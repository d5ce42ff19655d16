using System.Text.Json;

namespace Cds.FhirMapping.Answers;

/// <summary>The phrases that answers are made of, in several languages; what is not in the table is never an answer.</summary>
internal static class PhraseTable
{
    private const string File = "answers/phrases.json";

    /// <summary>Every phrase, in the order of the file.</summary>
    public static IReadOnlyList<Phrase> Phrases { get; } = [.. Read()];

    /// <summary>The phrases by their letters, for the tokeniser.</summary>
    public static PhraseTree<WordKind> Tree { get; } = Compile();

    private static PhraseTree<WordKind> Compile()
    {
        var tree = new PhraseTree<WordKind>();
        foreach (Phrase phrase in Phrases) tree.Add(phrase.Text, phrase.Kind);
        return tree;
    }

    private static IEnumerable<Phrase> Read()
    {
        using Stream stream = typeof(PhraseTable).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is not embedded.");
        using JsonDocument document = JsonDocument.Parse(stream);
        foreach (JsonElement group in document.RootElement.EnumerateArray())
        {
            WordKind kind = Enum.Parse<WordKind>(group.GetProperty("kind").GetString()!);
            string language = group.GetProperty("language").GetString()!;
            string source = group.GetProperty("source").GetString()!;
            foreach (JsonElement phrase in group.GetProperty("phrases").EnumerateArray()) yield return new Phrase(phrase.GetString()!, kind, language, source);
        }
    }
}
