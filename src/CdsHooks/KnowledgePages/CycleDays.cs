using Cds.Knowledge.Therapy;

namespace Cds.CdsHooks.KnowledgePages;

/// <summary>Days and cycles of a schedule as they are printed, runs shortened: 1-4, 8, 11.</summary>
internal static class CycleDays
{
    /// <summary>The days.</summary>
    public static string Of(IReadOnlyList<int> days)
    {
        var runs = new List<string>();
        for (int i = 0; i < days.Count; i++)
        {
            int end = i;
            while (end + 1 < days.Count && days[end + 1] == days[end] + 1) end++;
            runs.Add(end - i < 2 ? Number(days[i]) : $"{Number(days[i])}-{Number(days[end])}");
            if (end - i >= 2) i = end;
        }

        return string.Join(", ", runs);
    }

    /// <summary>The cycles in which a drug is given so.</summary>
    public static string Cycles(RegimenDrug drug) => (drug.FromCycle, drug.ToCycle) switch
    {
        (1, null) => "1-",
        (var from, null) => $"{Number(from)}-",
        (var from, { } to) when from == to => Number(from),
        (var from, { } to) => $"{Number(from)}-{Number(to)}",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
