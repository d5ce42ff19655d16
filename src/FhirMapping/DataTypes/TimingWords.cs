namespace Cds.FhirMapping.DataTypes;

/// <summary>
/// How often a dose is given, from the words of a timing (<c>内服・経口・1日1回朝食後</c>, <c>once daily</c>): only where every word of it is known
/// (<c>tools/terminology/timing-words.csv</c>). <c>1日1回 隔日</c> and <c>once daily, days 1-21</c> say more than a number of doses a day.
/// </summary>
internal static class TimingWords
{
    private const decimal ObservedDays = DrugRecord.CountedDays;

    private static readonly IReadOnlyList<(string Word, decimal? Doses)> Words =
    [
        .. TerminologyTable.Read("timing-words")
            .Select(row => (TextForm.Normalise(row["word"]), row["days"].Length == 0 ? (decimal?)null : Math.Round(Number(row["doses"]) * ObservedDays / Number(row["days"]), 6)))
            .OrderByDescending(word => word.Item1.Length),
    ];

    /// <summary>Doses in 28 days; null where a word is not known, or where the words name no number or two.</summary>
    public static decimal? DosesPer28Days(string text)
    {
        ReadOnlySpan<char> rest = TextForm.Normalise(text);
        decimal? doses = null;
        while ((rest = rest.TrimStart("・,、.。;；-()（）")).Length > 0)
        {
            int length = 0;
            foreach ((string word, decimal? said) in Words)
            {
                if (!rest.StartsWith(word, StringComparison.Ordinal)) continue;
                if (said is not null && doses is not null) return null;
                doses ??= said;
                length = word.Length;
                break;
            }

            if (length == 0) return null;
            rest = rest[length..];
        }

        return doses;
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
