namespace Cds.Knowledge.Evaluation;

/// <summary>
/// Keeps an answer readable and its size bounded whatever the record holds: of the data of one fact the first and the last are named, and the rest counted.
/// </summary>
internal static class LongBasis
{
    /// <summary>So many data of one fact are named. No answer about an ordinary record reaches it: one cycle of daily doses does not.</summary>
    public const int MostOfOneFact = 32;

    private const int AtEachEnd = MostOfOneFact / 2;

    /// <summary>The list itself where nothing is too long.</summary>
    public static IReadOnlyList<Basis> Shortened(IReadOnlyList<Basis> entries)
    {
        if (!MayBeLong(entries)) return entries;
        var series = new Dictionary<string, Series>();
        foreach (Basis entry in entries)
        {
            Series counted = series.GetValueOrDefault(entry.Fact);
            series[entry.Fact] = entry.InAll is { } inAll ? counted with { InAll = Math.Max(counted.InAll, inAll) } : counted with { Named = counted.Named + 1 };
        }

        return series.Values.Any(one => one.IsLong) ? Shortened(entries, series) : entries;
    }

    private static bool MayBeLong(IReadOnlyList<Basis> entries)
    {
        if (entries.Count > MostOfOneFact) return true;
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i].InAll is not null) return true;
        }

        return false;
    }

    private static List<Basis> Shortened(IReadOnlyList<Basis> entries, Dictionary<string, Series> series)
    {
        var shortened = new List<Basis>();
        var places = new Dictionary<string, int>();
        var counted = new HashSet<string>();
        foreach (Basis entry in entries)
        {
            Series one = series[entry.Fact];
            int place = places.GetValueOrDefault(entry.Fact);
            bool isNamed = entry.InAll is null && (one.Named <= MostOfOneFact || place < AtEachEnd || place >= one.Named - AtEachEnd);
            if (entry.InAll is null) places[entry.Fact] = place + 1;
            if (isNamed) shortened.Add(entry);
            else if (counted.Add(entry.Fact)) shortened.Add(Rest(entry, one));
        }

        return shortened;
    }

    private static Basis Rest(Basis entry, Series one) => new()
    {
        Fact = entry.Fact,
        Title = entry.Title,
        InAll = one.Total,
        Comment = EvaluationTexts.FurtherRecords.With("count", (one.Total - Math.Min(one.Named, MostOfOneFact)).ToString(CultureInfo.InvariantCulture)),
    };

    /// <summary>The data of one fact in a list: how many are named, and how many a list that was joined into it says there are.</summary>
    private readonly record struct Series(int Named, int InAll)
    {
        public int Total => Math.Max(Named, InAll);

        public bool IsLong => Total > Math.Min(Named, MostOfOneFact);
    }
}
