namespace Cds.Knowledge.Loading;

/// <summary>Finds the id that an author probably meant.</summary>
internal static class Spelling
{
    /// <summary><c>: did you mean 'table-3'?</c>, or nothing where no id is near.</summary>
    public static string DidYouMean(string wrong, IEnumerable<string> known) =>
        Nearest(wrong, known) is { } near ? $": did you mean '{near}'?" : "";

    /// <summary>The nearest id; null where more than a third of the letters would have to change.</summary>
    public static string? Nearest(string wrong, IEnumerable<string> known) => known
        .Select(id => (Id: id, Distance: Distance(wrong, id)))
        .Where(candidate => candidate.Distance <= Math.Max(1, wrong.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Id)
        .FirstOrDefault();

    /// <summary>How many letters have to be put in, left out, changed, or swapped with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        int[,] steps = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++) steps[i, 0] = i;
        for (int j = 0; j <= other.Length; j++) steps[0, j] = j;
        for (int i = 1; i <= one.Length; i++)
        {
            for (int j = 1; j <= other.Length; j++)
            {
                int change = steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                steps[i, j] = Math.Min(change, Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }

        return steps[one.Length, other.Length];
    }
}
