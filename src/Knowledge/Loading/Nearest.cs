namespace Cds.Knowledge.Loading;

/// <summary>What an author may have meant by a word that nothing is called: the known words that differ by the fewest typing errors.</summary>
internal static class Nearest
{
    private const int MostNamed = 3;

    /// <summary><c>: did you mean 'albumin'?</c>, to be put behind a defect; empty when no known word is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        To(word, known) is { Count: > 0 } near ? $": did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?" : "";

    /// <summary>The nearest known words: a third of the letters may differ at most, or the word is the beginning of the known one.</summary>
    public static IReadOnlyList<string> To(string word, IEnumerable<string> known)
    {
        (string Word, int Errors)[] near =
        [
            .. known.Distinct().Where(k => k != word).Select(k => (Word: k, Errors: Errors(word, k)))
                .Where(k => k.Errors <= Math.Max(1, word.Length / 3)).OrderBy(k => k.Errors).ThenBy(k => k.Word, StringComparer.Ordinal),
        ];
        return near.Length > 0
            ? [.. near.TakeWhile(k => k.Errors == near[0].Errors).Take(MostNamed).Select(k => k.Word)]
            : [.. known.Where(k => word.Length > MostNamed && k.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal).Take(MostNamed)];
    }

    /// <summary>Letters to add, leave out, change or swap with their neighbour (optimal string alignment); letter case is no error.</summary>
    private static int Errors(string a, string b)
    {
        int[,] errors = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    errors[i, j] = i + j;
                    continue;
                }

                int change = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                errors[i, j] = Math.Min(Math.Min(errors[i - 1, j], errors[i, j - 1]) + 1, errors[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) errors[i, j] = Math.Min(errors[i, j], errors[i - 2, j - 2] + 1);
            }
        }

        return errors[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
