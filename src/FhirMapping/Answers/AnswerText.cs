using System.Text;

namespace Cds.FhirMapping.Answers;

/// <summary>The form of a text that answers are looked for in: one width, one letter case, one hyphen, single spaces; line ends are kept.</summary>
internal static class AnswerText
{
    /// <summary>Longer texts are cut at the end of a sentence: half a sentence could say the opposite.</summary>
    public const int Longest = 20_000;

    private static readonly char[] SentenceEnds = ['.', '。', '\n', ';'];

    /// <summary>The text in the form for reading.</summary>
    public static string Fold(string text)
    {
        string folded = TextForm.Fold(Shortened(text));
        var result = new StringBuilder(folded.Length);
        bool space = false;
        foreach (char c in folded)
        {
            if (c is '\n' or '\r')
            {
                result.Append('\n');
                space = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (!space) result.Append(' ');
                space = true;
            }
            else
            {
                result.Append(Form(c));
                space = false;
            }
        }

        return result.ToString();
    }

    /// <summary>Whether the character is written without spaces between words.</summary>
    public static bool IsJapanese(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or '々' or '〆';

    /// <summary>Whether neither end of the stretch cuts a word or number of Latin letters or digits.</summary>
    public static bool IsWhole(string text, int start, int end) =>
        !(start > 0 && IsWord(text[start - 1]) && IsWord(text[start])) && !(end < text.Length && IsWord(text[end - 1]) && IsWord(text[end]));

    /// <summary>Whether the character is part of a word that has to be read whole.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) && !IsJapanese(c);

    /// <summary>Whether a hyphen stands inside a compound word: "non-reactive" is "non reactive", "(-)" and "[-]" are signs.</summary>
    public static bool JoinsWords(string text, int at) => text[at] == '-' && at > 0 && at + 1 < text.Length && IsWord(text[at - 1]) && IsWord(text[at + 1]);

    private static string Shortened(string text)
    {
        if (text.Length <= Longest) return text;
        int end = text.LastIndexOfAny(SentenceEnds, Longest - 1);
        return end < 0 ? "" : text[..(end + 1)];
    }

    private static char Form(char c) => c switch
    {
        '−' or '‐' or '‑' or '–' or '—' or '―' or '﹣' or '⁻' => '-',
        '×' => 'x',
        '’' or '‘' => '\'',
        '〜' or '∼' => '~',
        '≦' => '≤',
        '≧' => '≥',
        _ => char.ToLowerInvariant(c),
    };
}
